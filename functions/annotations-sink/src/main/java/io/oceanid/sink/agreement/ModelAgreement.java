package io.oceanid.sink.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was counted of one version of a model; grows with its labels, not with its tasks.
 *
 * <p>Not thread-safe.
 */
final class ModelAgreement {

    private final @Nullable String modelVersion;
    private final NavigableMap<String, Scores> byLabel = new TreeMap<>();
    private long tasks;
    private long annotations;

    ModelAgreement(@Nullable String modelVersion) {
        this.modelVersion = modelVersion;
    }

    /** Counts a task: its prediction against each of its annotations. */
    void add(List<LabeledSpan> prediction, Collection<List<LabeledSpan>> annotated) {
        tasks++;
        Map<String, List<LabeledSpan>> predicted = byLabel(prediction);
        for (List<LabeledSpan> annotation : annotated) {
            annotations++;
            Map<String, List<LabeledSpan>> right = byLabel(annotation);
            for (String label : labels(predicted, right)) {
                Scores scores =
                        Scores.of(predicted.getOrDefault(label, List.of()), right.getOrDefault(label, List.of()));
                byLabel.merge(label, scores, Scores::plus);
            }
        }
    }

    /** Labels are never matched with each other, so the whole is the sum of its labels. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("modelVersion", modelVersion);
        json.put("tasks", tasks);
        json.put("annotations", annotations);
        json.setAll(
                byLabel.values().stream().reduce(Scores.NOTHING, Scores::plus).toJson());
        var labels = json.putArray("labels");
        byLabel.forEach((label, scores) -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode().put("label", label);
            item.setAll(scores.toJson());
            labels.add(item);
        });
        return json;
    }

    private static Map<String, List<LabeledSpan>> byLabel(List<LabeledSpan> spans) {
        return spans.stream().collect(Collectors.groupingBy(LabeledSpan::label));
    }

    private static Set<String> labels(Map<String, ?> one, Map<String, ?> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
