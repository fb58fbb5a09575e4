package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.labelstudio.configuration.CallProperties;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Label Studio to read from.
 *
 * @param url where it is, if elsewhere than its webhooks say
 * @param token a personal access token, or a legacy one; without it nothing is read
 * @param calls how it is called
 */
@ConfigurationProperties("oceanid.label-studio")
record LabelStudioProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @NestedConfigurationProperty @DefaultValue CallProperties calls) {

    boolean isUsable() {
        return !token.isBlank();
    }

    LabelStudioSettings settings(URI usual) {
        try {
            return calls.settings(url.isBlank() ? usual : new URI(url.strip()), token);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("oceanid.label-studio.url is no URL");
        }
    }

    /** Less the token. */
    @Override
    public String toString() {
        return "LabelStudioProperties[" + url + "]";
    }
}
