package io.oceanid.bootstrapper.project;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a project is known by: a last line of its description. Titles are not unique, and Label Studio has no field of its
 * own for it.
 */
record Marker(String name) {

    private static final String BEFORE = "[oceanid:";

    /** A description with the marker. */
    String on(String description) {
        return description.isEmpty() ? text() : description + "\n\n" + text();
    }

    /** Whether a description has it. */
    boolean isOn(String description) {
        return description.contains(text());
    }

    /** The oldest project that has it. */
    Optional<Long> oldest(List<JsonNode> projects) {
        return projects.stream()
                .filter(project -> isOn(project.path("description").stringValue("")))
                .map(project -> project.path("id").longValue())
                .min(Long::compare);
    }

    /** Whether a description has one, of whatever project. */
    static boolean isOnAny(String description) {
        return description.contains(BEFORE);
    }

    private String text() {
        return BEFORE + name + "]";
    }
}
