package io.oceanid.bootstrapper.declaration;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A webhook that a project is to have. Its URL is its identity.
 *
 * @param actions Label Studio's names; empty for all
 * @param headers at most ten, sent with each call
 * @param payload whether more than the action's name is sent
 */
public record WebhookDeclaration(String url, SortedSet<String> actions, Map<String, String> headers, boolean payload) {

    public WebhookDeclaration {
        actions = new TreeSet<>(actions);
        headers = Map.copyOf(headers);
    }

    /** Less the headers, which may be secret. */
    @Override
    public String toString() {
        return "WebhookDeclaration[" + url + "]";
    }
}
