package io.oceanid.bootstrapper.imports;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that a project has.
 *
 * @param row what it was made of; null if not by an import of ours
 */
record StoredTask(long id, @Nullable RowDigest row, boolean annotated) {

    static StoredTask read(JsonNode task) {
        return new StoredTask(
                task.path("id").asLong(0),
                RowDigest.in(task.path("meta")),
                task.path("total_annotations").asInt(0) > 0);
    }

    boolean isOneOf(LongSet keys) {
        return row != null && keys.contains(row.key());
    }
}
