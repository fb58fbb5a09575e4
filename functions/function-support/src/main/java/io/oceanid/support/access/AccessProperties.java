package io.oceanid.support.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers have to show: one of the secrets, or the login of Basic auth (RFC 7617). Either will do where both are set.
 *
 * @param secrets with commas between; several while they are being exchanged
 * @param header that a secret comes in; where a caller has no say in its headers, it stands in the query
 * @param user without a colon; with {@code password}, or neither
 * @param password with {@code user}, or neither
 * @param switchedOff takes calls from anybody; has to be said, so that nobody forgets the secret
 * @param switchedOffForEvents takes events from anybody, where the network lets none but a broker through
 */
@ConfigurationProperties("oceanid.access")
public record AccessProperties(
        @DefaultValue("") String secrets,
        @DefaultValue("X-Webhook-Secret") String header,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean switchedOff,
        @DefaultValue("false") boolean switchedOffForEvents) {

    public AccessProperties {
        if (user.contains(":")) {
            throw new IllegalArgumentException("BASIC_AUTH_USER has a colon, which ends a user's name in Basic auth");
        }
        if (user.isBlank() != password.isBlank()) {
            throw new IllegalArgumentException(
                    "BASIC_AUTH_USER and BASIC_AUTH_PASS belong together, and one of them is not set");
        }
        boolean asks = !secrets.isBlank() || !user.isBlank();
        if (!asks && !switchedOff) {
            throw new IllegalArgumentException("WEBHOOK_SECRET is not set, and neither is BASIC_AUTH_USER;"
                    + " ACCESS_OFF=true takes calls from anybody, if that is what you want");
        }
        if (asks && switchedOff) {
            throw new IllegalArgumentException((secrets.isBlank() ? "BASIC_AUTH_USER" : "WEBHOOK_SECRET")
                    + " and ACCESS_OFF=true contradict each other: set one of them");
        }
        if (!secrets.isBlank() && !split(secrets).stream().allMatch(value -> value.matches("[\\x21-\\x7e]+"))) {
            throw new IllegalArgumentException("WEBHOOK_SECRET has a value that is empty or no header can carry:"
                    + " visible ASCII alone, and a comma between two of them");
        }
        if (!header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw new IllegalArgumentException("WEBHOOK_SECRET_HEADER is no name of a header");
        }
    }

    List<String> eachSecret() {
        return secrets.isBlank() ? List.of() : split(secrets);
    }

    /** Less the secrets. */
    @Override
    public String toString() {
        return "AccessProperties[" + header + ", switchedOff=" + switchedOff + ", switchedOffForEvents="
                + switchedOffForEvents + "]";
    }

    private static List<String> split(String values) {
        return Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    }
}
