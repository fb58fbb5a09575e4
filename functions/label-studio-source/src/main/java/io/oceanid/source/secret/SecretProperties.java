package io.oceanid.source.secret;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret that Label Studio sends along with each webhook, since it signs none.
 *
 * @param values any of which will do, with commas between; several while they are being exchanged
 * @param header that it comes in
 * @param switchedOff takes webhooks from anybody; has to be said, so that nobody forgets the secret
 */
@ConfigurationProperties("oceanid.source.secret")
public record SecretProperties(
        @DefaultValue("") String values,
        @DefaultValue("X-Webhook-Secret") String header,
        @DefaultValue("false") boolean switchedOff) {

    public SecretProperties {
        if (values.isBlank() && !switchedOff) {
            throw new IllegalArgumentException("WEBHOOK_SECRET is not set;"
                    + " WEBHOOK_SECRET_OFF=true takes webhooks from anybody, if that is what you want");
        }
        if (!values.isBlank() && switchedOff) {
            throw new IllegalArgumentException(
                    "WEBHOOK_SECRET and WEBHOOK_SECRET_OFF=true contradict each other: set one of them");
        }
        if (!switchedOff && !split(values).stream().allMatch(value -> value.matches("[\\x21-\\x7e]+"))) {
            throw new IllegalArgumentException("WEBHOOK_SECRET has a value that is empty or no header can carry:"
                    + " visible ASCII alone, and a comma between two of them");
        }
        if (!header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw new IllegalArgumentException("WEBHOOK_SECRET_HEADER is no name of a header");
        }
    }

    WebhookSecrets secrets() {
        return new WebhookSecrets(switchedOff ? List.of() : split(values));
    }

    /** Less the secrets. */
    @Override
    public String toString() {
        return "SecretProperties[" + header + ", switchedOff=" + switchedOff + "]";
    }

    private static List<String> split(String values) {
        return Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    }
}
