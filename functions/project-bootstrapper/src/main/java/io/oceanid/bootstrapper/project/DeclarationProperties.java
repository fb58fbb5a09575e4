package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration.Login;
import io.oceanid.bootstrapper.declaration.Defaults;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What declarations may leave to the settings, and where those are that are applied by event.
 *
 * @param nerBackendUrl of backends that name none
 * @param nerBackendUser that such a backend asks for, with {@code nerBackendPassword}; neither for none
 * @param nerBackendPassword of that user
 * @param sinkWebhookUrl of webhooks that name none
 * @param secrets name → value, for <code>${secret:name}</code> in passwords and headers
 * @param declarations a folder of declarations, {@code *.yaml} and {@code *.json}, that events of new projects are looked
 *     up in
 * @param backendAllowedHosts backends that may be woken, beside that of {@code nerBackendUrl}
 * @param wakeTimeout how long a backend may take to wake
 */
@ConfigurationProperties("oceanid.bootstrapper")
public record DeclarationProperties(
        @DefaultValue("") String nerBackendUrl,
        @DefaultValue("") String nerBackendUser,
        @DefaultValue("") String nerBackendPassword,
        @DefaultValue("") String sinkWebhookUrl,
        @DefaultValue Map<String, String> secrets,
        @DefaultValue("") String declarations,
        @DefaultValue Set<String> backendAllowedHosts,
        @DefaultValue("30s") Duration wakeTimeout) {

    public DeclarationProperties {
        require("NER_BACKEND_URL", nerBackendUrl);
        require("SINK_WEBHOOK_URL", sinkWebhookUrl);
        if (nerBackendUser.isBlank() != nerBackendPassword.isBlank()) {
            throw new IllegalArgumentException(
                    "NER_BACKEND_USER and NER_BACKEND_PASS belong together, and one of them is not set");
        }
        if (!wakeTimeout.isPositive()) {
            throw new IllegalArgumentException("oceanid.bootstrapper.wake-timeout must be more than nothing");
        }
    }

    Defaults defaults() {
        return new Defaults(given(nerBackendUrl), login(), given(sinkWebhookUrl), secrets);
    }

    Set<String> wakeableHosts() {
        Set<String> hosts = new HashSet<>(backendAllowedHosts);
        if (!nerBackendUrl.isBlank()) {
            hosts.add(URI.create(nerBackendUrl.strip()).getAuthority());
        }
        return hosts;
    }

    private @Nullable Login login() {
        return nerBackendUser.isBlank() ? null : new Login(nerBackendUser, nerBackendPassword);
    }

    private static void require(String setting, String url) {
        if (!url.isBlank() && !url.strip().matches("https?://[^/\\s@?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(setting + " is no http:// or https:// URL");
        }
    }

    private static @Nullable String given(String url) {
        return url.isBlank() ? null : url.strip();
    }

    /** Less the secrets. */
    @Override
    public String toString() {
        return "DeclarationProperties[" + nerBackendUrl + ", " + sinkWebhookUrl + "]";
    }
}
