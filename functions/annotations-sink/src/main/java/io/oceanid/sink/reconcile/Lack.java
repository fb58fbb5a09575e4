package io.oceanid.sink.reconcile;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.reconcile.Finding.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A state that the tables lack.
 *
 * @param annotation whose it is; null where it is that of the task itself
 */
record Lack(ListedTask listed, @Nullable ObjectNode annotation, Finding finding) {

    /** What the tables keep of a task needs no export, which leaves a file on Label Studio's disk. */
    boolean needsOriginal() {
        return annotation != null || finding.verdict() == Verdict.MISSING;
    }

    Repair repair(StateEvents events, Originals originals, JsonNode project, Instant readAt) {
        ObjectNode task = originals.task(listed.task());
        if (annotation != null) {
            JsonNode complete = originals.annotation(annotation);
            return new Repair(events.annotation(complete, task, project, readAt), finding.sameTime());
        }
        String known = finding.known();
        ObjectNode state = known == null ? task : Originals.completed(task, EventJson.read(known));
        ObjectNode reference =
                StateEvents.reference(listed.task().path("project").asLong(0));
        return new Repair(events.task(state, reference, readAt), finding.sameTime());
    }
}
