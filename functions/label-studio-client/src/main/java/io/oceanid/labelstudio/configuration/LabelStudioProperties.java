package io.oceanid.labelstudio.configuration;

import io.oceanid.labelstudio.LabelStudioSettings;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Label Studio is.
 *
 * @param url without it there is no client, and what needs one says so
 * @param token a personal access token, or a legacy one
 */
@ConfigurationProperties("oceanid.label-studio")
public record LabelStudioProperties(
        @DefaultValue("") String url, @DefaultValue("") String token) {

    public LabelStudioProperties {
        if (!url.isBlank()) {
            settings(url, token);
        }
    }

    LabelStudioSettings settings() {
        return settings(url, token);
    }

    private static LabelStudioSettings settings(String url, String token) {
        try {
            return LabelStudioSettings.of(new URI(url.strip()), token);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("LABEL_STUDIO_URL is no URL");
        }
    }

    /** Less the token. */
    @Override
    public String toString() {
        return "LabelStudioProperties[" + url + "]";
    }
}
