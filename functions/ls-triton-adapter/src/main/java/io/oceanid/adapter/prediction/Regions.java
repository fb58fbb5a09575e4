package io.oceanid.adapter.prediction;

import io.oceanid.adapter.labelconfig.LabelConfig;
import io.oceanid.adapter.labelconfig.LabelMapping;
import io.oceanid.adapter.labelconfig.SpanControl;
import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.prediction.TaskReading.ReadText;
import io.oceanid.events.text.CodePoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes Label Studio's regions of entities: only those that the label config takes, each with the first control, in the
 * order of the config, that has a label for it.
 */
final class Regions {

    private final LabelConfig config;
    private final Map<String, String> labelNames;
    private final double threshold;
    private final List<JsonNode> drawn;

    /**
     * @param labelNames model label → label of the config, where the two differ
     * @param drawn what an annotator has drawn already, and need not be told
     */
    Regions(LabelConfig config, Map<String, String> labelNames, double threshold, List<JsonNode> drawn) {
        this.config = config;
        this.labelNames = labelNames;
        this.threshold = threshold;
        this.drawn = drawn;
    }

    /** The regions of a task. */
    List<ObjectNode> of(PredictTask task, List<ReadText> texts) {
        return texts.stream().flatMap(text -> regions(task, text)).distinct().toList();
    }

    private Stream<ObjectNode> regions(PredictTask task, ReadText text) {
        CodePoints points = new CodePoints(text.text());
        Map<SpanControl, LabelMapping> controls = new LinkedHashMap<>();
        config.controls().stream()
                .filter(control -> control.object().equals(text.object()))
                .forEach(control -> controls.put(control, control.mapping(task.data(), labelNames)));
        return text.entities().stream()
                .filter(entity -> entity.score() >= threshold)
                .flatMap(entity -> region(task, controls, points, entity).stream())
                .filter(region -> drawn.stream().noneMatch(other -> isSame(region, other)));
    }

    private static Optional<ObjectNode> region(
            PredictTask task, Map<SpanControl, LabelMapping> controls, CodePoints points, Entity entity) {
        for (Map.Entry<SpanControl, LabelMapping> control : controls.entrySet()) {
            Optional<String> label = control.getValue().labelFor(entity.label());
            if (label.isPresent()) {
                return Optional.of(region(task, control.getKey(), points, entity, label.get()));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode region(
            PredictTask task, SpanControl control, CodePoints points, Entity entity, String label) {
        String object = control.object().name();
        ObjectNode region = JsonNodeFactory.instance.objectNode();
        region.put("id", RegionId.of(task.id(), control.name(), object, entity.start(), entity.end(), label));
        region.put("from_name", control.name());
        region.put("to_name", object);
        region.put("type", SpanControl.TYPE);
        ObjectNode value = region.putObject("value");
        value.put("start", entity.start());
        value.put("end", entity.end());
        value.put("text", points.substring(entity.start(), entity.end()));
        value.putArray(SpanControl.TYPE).add(label);
        region.put("score", entity.score());
        return region;
    }

    private static boolean isSame(ObjectNode region, JsonNode other) {
        JsonNode value = region.path("value");
        JsonNode drawn = other.path("value");
        return region.path("from_name").equals(other.path("from_name"))
                && region.path("to_name").equals(other.path("to_name"))
                && value.path("start").asInt() == drawn.path("start").asInt(-1)
                && value.path("end").asInt() == drawn.path("end").asInt(-1)
                && value.path("labels").equals(drawn.path("labels"));
    }
}
