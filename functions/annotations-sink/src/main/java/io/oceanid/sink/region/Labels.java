package io.oceanid.sink.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an annotator chose. Controls keep it under their type's name, and some regions under {@code labels} instead. */
final class Labels {

    private Labels() {}

    static List<String> of(String type, JsonNode value) {
        JsonNode chosen = value.path(type);
        List<String> labels = paths(chosen.isArray() ? chosen : value.path("labels"));
        return labels == null ? List.of() : labels;
    }

    /** Null if one element is neither a label nor a path of them: half a choice would be a wrong one. */
    private static @Nullable List<String> paths(JsonNode chosen) {
        var paths = new ArrayList<String>(chosen.size());
        for (JsonNode element : chosen.values()) {
            List<String> path = element.isString() ? List.of(element.stringValue()) : Lenient.strings(element);
            if (path == null) {
                return null;
            }
            paths.add(String.join("/", path));
        }
        return paths;
    }
}
