package io.oceanid.sink.agreement;

import io.oceanid.sink.region.Region;
import io.oceanid.sink.region.ResultReader;
import io.oceanid.sink.region.TaskText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One label of one stretch of a text.
 *
 * @param control the control tag it was given with ({@code from_name})
 * @param text the object tag that shows the text ({@code to_name})
 * @param start first code point
 * @param end code point after the last; greater than {@code start}
 */
record LabeledSpan(@Nullable String control, @Nullable String text, int start, int end, String label) {

    LabeledSpan {
        if (start >= end) {
            throw new IllegalArgumentException("a span holds at least one code point");
        }
    }

    /** The spans of a result, one for each label of each region; regions of other types, and empty ones, are none. */
    static List<LabeledSpan> of(JsonNode result, TaskText task) {
        return ResultReader.read(result, task).regions().stream()
                .flatMap(LabeledSpan::of)
                .toList();
    }

    private static Stream<LabeledSpan> of(Region region) {
        Integer start = region.spanStart();
        Integer end = region.spanEnd();
        if (!region.type().equals("labels") || start == null || end == null || start >= end) {
            return Stream.empty();
        }
        return region.labels().stream()
                .map(label -> new LabeledSpan(region.fromName(), region.toName(), start, end, label));
    }
}
