package io.oceanid.adapter.labelconfig;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which label of a control stands for a label of a model. */
public final class LabelMapping {

    private static final Pattern SEPARATORS = Pattern.compile("[_\\-\\s]+");

    private final Map<String, String> configured;
    private final Map<String, String> predicted = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> similar = new HashMap<>();

    /**
     * A mapping onto some labels; of two that claim the same, the first has it.
     *
     * @param configured labels of the model to labels of the control, which go before all else
     */
    public LabelMapping(List<OfferedLabel> labels, Map<String, String> configured) {
        this.configured = Map.copyOf(configured);
        for (OfferedLabel label : labels) {
            label.predictedValues().forEach(value -> predicted.putIfAbsent(value, label.stored()));
            exact.putIfAbsent(label.stored(), label.stored());
        }
        // an alias of one label goes before the shown value of another
        labels.forEach(label -> exact.putIfAbsent(label.value(), label.stored()));
        labels.forEach(label -> similar.putIfAbsent(folded(label.stored()), label.stored()));
        labels.forEach(label -> similar.putIfAbsent(folded(label.value()), label.stored()));
    }

    /**
     * The label to store: the one that is configured, the one whose {@code predicted_values} list the model's, the one of
     * the same name, or the one whose name differs but in case or in what separates words. What is configured counts only
     * where the control has it.
     *
     * @return empty if the control has no such label
     */
    public Optional<String> labelFor(String modelLabel) {
        return named(configured.get(modelLabel))
                .or(() -> Optional.ofNullable(predicted.get(modelLabel)))
                .or(() -> named(modelLabel));
    }

    private Optional<String> named(@Nullable String name) {
        return Optional.ofNullable(name).map(known -> exact.getOrDefault(known, similar.get(folded(known))));
    }

    private static String folded(String label) {
        return SEPARATORS.matcher(label.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
