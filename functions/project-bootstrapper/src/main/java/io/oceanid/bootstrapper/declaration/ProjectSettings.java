package io.oceanid.bootstrapper.declaration;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a project that may be declared, by Label Studio's own names. */
final class ProjectSettings {

    /** Label Studio sets the one to 0 or 1 when it is told the other. */
    private static final String TRAINING = "start_training_on_annotation_update";

    private static final String TRAINING_MINIMUM = "min_annotations_to_start_training";

    private static final Map<String, Type> KNOWN = Map.ofEntries(
            entry("show_instruction", Type.BOOLEAN),
            entry("show_skip_button", Type.BOOLEAN),
            entry("enable_empty_annotation", Type.BOOLEAN),
            entry("show_annotation_history", Type.BOOLEAN),
            entry("color", Type.TEXT),
            entry("maximum_annotations", Type.NUMBER),
            entry(TRAINING_MINIMUM, Type.NUMBER),
            entry(TRAINING, Type.BOOLEAN),
            entry("show_collab_predictions", Type.BOOLEAN),
            entry("sampling", Type.TEXT),
            entry("show_ground_truth_first", Type.BOOLEAN),
            entry("show_overlap_first", Type.BOOLEAN),
            entry("overlap_cohort_percentage", Type.NUMBER),
            entry("evaluate_predictions_automatically", Type.BOOLEAN),
            entry("skip_queue", Type.TEXT),
            entry("reveal_preannotations_interactively", Type.BOOLEAN),
            entry("model_version", Type.TEXT));

    private ProjectSettings() {}

    static Map<String, JsonNode> read(@Nullable Section section) {
        if (section == null) {
            return Map.of();
        }
        Map<String, JsonNode> settings = new TreeMap<>(section.entries());
        settings.forEach((name, value) -> {
            Type type = KNOWN.get(name);
            if (type == null) {
                throw section.refused(
                        name,
                        "is no setting that can be declared; there are "
                                + String.join(", ", new TreeSet<>(KNOWN.keySet())));
            }
            if (!type.holds(value)) {
                throw section.refused(name, "is to be " + type.words);
            }
        });
        if (settings.containsKey(TRAINING) && settings.containsKey(TRAINING_MINIMUM)) {
            throw section.refused(
                    TRAINING_MINIMUM, "and %s are one setting in Label Studio: name one of them".formatted(TRAINING));
        }
        return settings;
    }

    /** What a setting may be. */
    private enum Type {
        BOOLEAN("true or false"),
        NUMBER("a whole number"),
        TEXT("a text");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        boolean holds(JsonNode value) {
            return switch (this) {
                case BOOLEAN -> value.isBoolean();
                case NUMBER -> value.isIntegralNumber();
                case TEXT -> value.isString();
            };
        }
    }
}
