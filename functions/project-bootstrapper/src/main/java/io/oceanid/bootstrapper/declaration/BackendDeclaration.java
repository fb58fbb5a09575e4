package io.oceanid.bootstrapper.declaration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An ML backend that a project is to have. Its URL is its identity.
 *
 * @param interactive whether Label Studio asks it while somebody annotates
 * @param timeout seconds that Label Studio waits for its predictions
 * @param login Basic auth that Label Studio is to use; null for none
 * @param extraParams that the backend is set up with; null for none
 */
public record BackendDeclaration(
        String url,
        String title,
        boolean interactive,
        double timeout,
        @Nullable Login login,
        @Nullable ObjectNode extraParams) {

    /** A user and a password. */
    public record Login(String user, String password) {

        /** Less the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** Where Label Studio registers a webhook by itself when it gets this backend. */
    public String strayWebhook() {
        return url.replaceAll("/+$", "") + "/webhook";
    }
}
