package io.oceanid.bootstrapper.declaration;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of a project that may be declared, by Label Studio's own names. */
final class ProjectSettings {

    /** Label Studio sets the one to 0 or 1 when it is told the other. */
    private static final String TRAINING = "start_training_on_annotation_update";

    private static final String TRAINING_MINIMUM = "min_annotations_to_start_training";

    private static final Set<String> KNOWN = Set.of(
            "show_instruction",
            "show_skip_button",
            "enable_empty_annotation",
            "show_annotation_history",
            "color",
            "maximum_annotations",
            TRAINING_MINIMUM,
            TRAINING,
            "show_collab_predictions",
            "sampling",
            "show_ground_truth_first",
            "show_overlap_first",
            "overlap_cohort_percentage",
            "evaluate_predictions_automatically",
            "skip_queue",
            "reveal_preannotations_interactively",
            "model_version");

    private ProjectSettings() {}

    static Map<String, JsonNode> read(@Nullable Section section) {
        if (section == null) {
            return Map.of();
        }
        Map<String, JsonNode> settings = new TreeMap<>(section.entries());
        settings.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw section.refused(
                        name,
                        "is no setting that can be declared; there are " + String.join(", ", new TreeSet<>(KNOWN)));
            }
            if (!value.isValueNode() || value.isNull()) {
                throw section.refused(name, "is to be a text, a number, true or false");
            }
        });
        if (settings.containsKey(TRAINING) && settings.containsKey(TRAINING_MINIMUM)) {
            throw section.refused(
                    TRAINING_MINIMUM, "and %s are one setting in Label Studio: name one of them".formatted(TRAINING));
        }
        return settings;
    }
}
