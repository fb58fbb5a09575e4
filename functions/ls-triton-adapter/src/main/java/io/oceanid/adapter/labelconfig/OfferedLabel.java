package io.oceanid.adapter.labelconfig;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A label that annotators may choose.
 *
 * @param value as they see it
 * @param stored as regions carry it: the alias where there is one, else the value
 * @param predictedValues the labels of models that mean this one
 */
public record OfferedLabel(String value, String stored, List<String> predictedValues) {

    public OfferedLabel {
        predictedValues = List.copyOf(predictedValues);
    }

    /** From the attributes, each empty where it is not given; none without a value and an alias. */
    static Stream<OfferedLabel> of(String value, String alias, String predictedValues) {
        String stored = alias.isEmpty() ? value : alias;
        return stored.isEmpty()
                ? Stream.empty()
                : Stream.of(new OfferedLabel(value.isEmpty() ? alias : value, stored, listed(predictedValues)));
    }

    /** The parts between commas. */
    static List<String> listed(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
