package io.oceanid.adapter.labelconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A control while its labels are still being read.
 *
 * @param isForSpans whether its labels are for spans of a text
 */
record Control(
        String name,
        boolean isForSpans,
        List<String> toNames,
        @Nullable DataPath taskLabels,
        List<OfferedLabel> labels) {

    static Control of(Tag tag) {
        return new Control(
                tag.attribute("name"),
                tag.is("labels"),
                OfferedLabel.listed(tag.attribute("toName")),
                DataPath.of(tag.attribute("value")).orElse(null),
                new ArrayList<>());
    }

    void add(Tag label) {
        OfferedLabel.of(label.attribute("value"), label.attribute("alias"), label.attribute("predicted_values"))
                .forEach(labels::add);
    }

    /** What it can be used for, given the texts that there are. */
    Stream<SpanControl> on(Map<String, TextObject> texts) {
        return isForSpans
                ? toNames.stream()
                        .distinct()
                        .flatMap(text -> Stream.ofNullable(texts.get(text)))
                        .map(text -> new SpanControl(name, text, labels, taskLabels))
                : Stream.empty();
    }
}
