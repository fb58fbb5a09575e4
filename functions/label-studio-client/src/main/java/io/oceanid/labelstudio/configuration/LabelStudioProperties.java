package io.oceanid.labelstudio.configuration;

import io.oceanid.labelstudio.LabelStudioSettings;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Label Studio is.
 *
 * @param url without it there is no client, and what needs one says so
 * @param token a personal access token, or a legacy one
 * @param calls how it is called
 */
@ConfigurationProperties("oceanid.label-studio")
public record LabelStudioProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @NestedConfigurationProperty @DefaultValue CallProperties calls) {

    public LabelStudioProperties {
        if (!url.isBlank()) {
            settings(url, token, calls);
        }
    }

    LabelStudioSettings settings() {
        return settings(url, token, calls);
    }

    private static LabelStudioSettings settings(String url, String token, CallProperties calls) {
        try {
            return calls.settings(new URI(url.strip()), token);
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
