package io.oceanid.bootstrapper.declaration;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads URLs that Label Studio is to call. */
final class HttpUrl {

    private HttpUrl() {}

    /**
     * The section's {@code url}.
     *
     * @param otherwise what it may leave to the settings
     * @param setting the name of that
     */
    static String read(Section section, @Nullable String otherwise, String setting) {
        String url = section.optional("url");
        if (url == null || url.isBlank()) {
            if (otherwise == null) {
                throw section.refused("url", "is missing, and " + setting + " is not set either");
            }
            return otherwise;
        }
        URI uri = parsed(url.strip());
        String scheme = uri == null ? null : uri.getScheme();
        if (uri == null || uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw section.refused("url", "is to begin with http:// or https:// and to name a host");
        }
        if (uri.getUserInfo() != null) {
            throw section.refused("url", "holds a user, which would be shown to whoever sees the URL");
        }
        return url.strip();
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
