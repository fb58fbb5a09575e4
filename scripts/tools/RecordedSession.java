import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The webhooks of a session of labelling in two projects, as a real Label Studio sent them. */
final class RecordedSession {

    private static final Path FILE = Path.of("functions/local/src/main/resources/io/oceanid/local/demo/session.jsonl");

    private final List<String> webhooks;

    RecordedSession() throws IOException {
        this.webhooks = Files.readAllLines(FILE);
    }

    /** Bodies, in their order. */
    List<String> webhooks() {
        return webhooks;
    }

    /** The annotations that live in the end, each in its newest state. */
    Map<Long, Object> annotations() {
        Map<Long, Object> live = new TreeMap<>();
        for (String webhook : webhooks) {
            Object body = Json.read(webhook);
            Object annotation = Json.at(body, "annotation");
            for (Object state : annotation instanceof Map<?, ?> ? List.of(annotation) : Json.list(annotation)) {
                live.put(Json.number(state, "id"), state);
            }
            Json.list(body, "annotations").forEach(gone -> live.remove(Json.number(gone, "id")));
            if ("TASKS_DELETED".equals(Json.at(body, "action"))) {
                Json.list(body, "tasks")
                        .forEach(gone -> live.values().removeIf(state -> Json.number(state, "task") == Json.number(gone, "id")));
            }
        }
        return live;
    }

    /** The same of what the sink exports of a project, line by line. */
    static Map<Long, Object> annotations(String export) {
        Map<Long, Object> annotations = new TreeMap<>();
        export.lines().map(Json::read).forEach(task -> Json.list(task, "annotations")
                .forEach(annotation -> annotations.put(Json.number(annotation, "id"), annotation)));
        return annotations;
    }

    /** A field of each annotation. */
    static Map<Long, Object> each(Map<Long, Object> annotations, String field) {
        Map<Long, Object> fields = new TreeMap<>();
        annotations.forEach((id, annotation) -> fields.put(id, Json.at(annotation, field)));
        return fields;
    }
}
