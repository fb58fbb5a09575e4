package io.oceanid.broker;

import java.net.URI;
import java.util.Set;

/**
 * Who gets which events.
 *
 * @param name unique; deliveries that are open are kept under it
 * @param types of the events, exactly; empty for all
 */
public record Trigger(String name, Set<String> types, URI subscriber) {

    public Trigger {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("a trigger's name has lower-case letters, digits and hyphens: " + name);
        }
        types = Set.copyOf(types);
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
