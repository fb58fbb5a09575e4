package io.oceanid.adapter.labelstudio;

import io.oceanid.labelstudio.LabelStudioSettings;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Label Studio that predictions are stored in.
 *
 * @param url without it, events of new tasks are refused
 * @param token a personal access token, or a legacy one
 * @param batch tasks that are predicted for and stored at one go
 */
@ConfigurationProperties("oceanid.label-studio")
public record LabelStudioProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("100") int batch) {

    public LabelStudioProperties {
        if (batch < 1) {
            throw new IllegalArgumentException("oceanid.label-studio.batch must be at least 1");
        }
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
