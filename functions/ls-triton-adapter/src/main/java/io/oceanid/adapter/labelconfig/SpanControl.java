package io.oceanid.adapter.labelconfig;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@code <Labels>} on a {@code <Text>}: what a span of a text can be labelled with.
 *
 * @param name a region's {@code from_name}
 * @param labels those that the config names, in its order
 * @param taskLabels where a task has labels of its own for this control; null if only the config's count
 */
public record SpanControl(
        String name,
        TextObject object,
        List<OfferedLabel> labels,
        @Nullable DataPath taskLabels) {

    /** A region's {@code type}, and the key of its labels within {@code value}. */
    public static final String TYPE = "labels";

    public SpanControl {
        labels = List.copyOf(labels);
    }

    /**
     * How a model's labels become this control's.
     *
     * @param data a task's {@code data}
     * @param configured see {@link LabelMapping}
     */
    public LabelMapping mapping(JsonNode data, Map<String, String> configured) {
        return new LabelMapping(offered(data), configured);
    }

    /** The labels that a task offers, the config's before its own. */
    public List<OfferedLabel> offered(JsonNode data) {
        return taskLabels == null
                ? labels
                : Stream.concat(labels.stream(), taskLabels.in(data).stream().flatMap(SpanControl::read))
                        .toList();
    }

    private static Stream<OfferedLabel> read(JsonNode list) {
        return list.isArray() ? list.values().stream().flatMap(SpanControl::readOne) : Stream.empty();
    }

    private static Stream<OfferedLabel> readOne(JsonNode label) {
        return label.isString()
                ? OfferedLabel.of(label.stringValue(), "", "")
                : OfferedLabel.of(text(label, "value"), text(label, "alias"), text(label, "predicted_values"));
    }

    private static String text(JsonNode label, String attribute) {
        return label.path(attribute).stringValue("");
    }
}
