package io.oceanid.bootstrapper.project;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Backends and webhooks that Label Studio has. */
final class There {

    private There() {}

    /** Those of a URL, the oldest first. */
    static List<JsonNode> of(List<JsonNode> all, String url) {
        return all.stream()
                .filter(one -> url(one).equals(url))
                .sorted(Comparator.comparingLong(There::id))
                .toList();
    }

    static String url(JsonNode one) {
        return one.path("url").stringValue("");
    }

    static long id(JsonNode one) {
        return one.path("id").longValue();
    }
}
