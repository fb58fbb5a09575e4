package io.oceanid.adapter.kserve;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service token of Cloudflare Access, with which calls get past it. */
public record AccessToken(String clientId, String clientSecret) {

    /** @throws IllegalArgumentException if a part is no value of a header; the message does not say it */
    public AccessToken {
        check("CF_ACCESS_CLIENT_ID", clientId);
        check("CF_ACCESS_CLIENT_SECRET", clientSecret);
    }

    /**
     * Takes both parts as they are configured.
     *
     * @throws IllegalArgumentException if there is one without the other
     */
    public static Optional<AccessToken> of(@Nullable String clientId, @Nullable String clientSecret) {
        boolean noId = clientId == null || clientId.isBlank();
        boolean noSecret = clientSecret == null || clientSecret.isBlank();
        if (noId != noSecret) {
            throw new IllegalArgumentException(
                    "CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET belong together: set both or none");
        }
        return clientId == null || clientSecret == null || noId
                ? Optional.empty()
                : Optional.of(new AccessToken(clientId.strip(), clientSecret.strip()));
    }

    Map<String, String> headers() {
        return Map.of("CF-Access-Client-Id", clientId, "CF-Access-Client-Secret", clientSecret);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "AccessToken[…]";
    }

    private static void check(String name, String value) {
        if (!value.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(name + " is no value of a header: it has blanks or more than ASCII");
        }
    }
}
