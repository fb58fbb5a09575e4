package io.oceanid.bootstrapper.declaration;

import io.oceanid.bootstrapper.declaration.BackendDeclaration.Login;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration may leave to the function's settings.
 *
 * @param backendUrl of a backend that names none
 * @param backendLogin of such a backend, where it asks for one
 * @param webhookUrl of a webhook that names none
 * @param secrets name → value, for {@code ${secret:name}} in passwords and headers
 */
public record Defaults(
        @Nullable String backendUrl,
        @Nullable Login backendLogin,
        @Nullable String webhookUrl,
        Map<String, String> secrets) {

    public Defaults {
        secrets = Map.copyOf(secrets);
    }

    /** Less the secrets. */
    @Override
    public String toString() {
        return "Defaults[" + backendUrl + ", " + webhookUrl + ", " + secrets.keySet() + "]";
    }
}
