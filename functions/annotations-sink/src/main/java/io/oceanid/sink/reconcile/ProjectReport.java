package io.oceanid.sink.reconcile;

import io.oceanid.sink.reconcile.Tally.Kind;
import io.oceanid.sink.reconcile.Tally.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sweep of a project came to.
 *
 * @param sweep {@code full}, {@code incremental}, or why there was none: {@code skipped}, {@code deleted}, {@code failed}
 * @param complete whether it came to its end; if not, the next one goes on
 * @param webhooks what is wrong with them
 */
record ProjectReport(
        long project,
        String sweep,
        boolean complete,
        Tally tally,
        Duration took,
        List<String> webhooks,
        @Nullable String problem) {

    static final String SKIPPED = "skipped";
    static final String FAILED = "failed";
    static final String UNKNOWN = "unknown";

    static ProjectReport without(long project, String sweep, @Nullable String problem) {
        return new ProjectReport(project, sweep, problem == null, Tally.NONE, Duration.ZERO, List.of(), problem);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", project);
        json.put("sweep", sweep);
        json.put("complete", complete);
        if (problem != null) {
            json.put("problem", problem);
        }
        ObjectNode seen = json.putObject("seen");
        seen.put("tasks", tally.count(Kind.TASK));
        seen.put("annotations", tally.count(Kind.ANNOTATION));
        seen.put("predictions", tally.count(Kind.PREDICTION));
        json.set("repaired", counts(Role.REPAIRED));
        ObjectNode left = counts(Role.LEFT);
        if (!left.isEmpty()) {
            json.set("left", left);
        }
        json.put("pages", tally.count(Kind.PAGE));
        json.put("seconds", took.toMillis() / 1000.0);
        var problems = json.putArray("webhooks");
        webhooks.forEach(problems::add);
        return json;
    }

    private ObjectNode counts(Role role) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        tally.counts().forEach((kind, count) -> {
            if (kind.is(role)) {
                counts.put(kind.text(), count);
            }
        });
        return counts;
    }
}
