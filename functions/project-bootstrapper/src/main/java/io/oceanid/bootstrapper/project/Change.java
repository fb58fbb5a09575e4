package io.oceanid.bootstrapper.project;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field that is not as declared.
 *
 * @param from as it is; null if it may be secret, and so is not shown
 * @param to as it is to be; likewise
 */
record Change(
        String field, @Nullable JsonNode from, @Nullable JsonNode to) {

    /** The change from a value to another; empty if they are the same. Numbers are the same that are equal. */
    static Optional<Change> between(String field, @Nullable JsonNode from, JsonNode to) {
        JsonNode before = from == null || from.isMissingNode() ? JsonNodeFactory.instance.nullNode() : from;
        boolean same = (before.isNumber() && to.isNumber())
                ? before.decimalValue().compareTo(to.decimalValue()) == 0
                : before.equals(to);
        return same ? Optional.empty() : Optional.of(new Change(field, before, to));
    }

    /** A field whose values may be secret. */
    static Change hidden(String field) {
        return new Change(field, null, null);
    }
}
