package io.oceanid.sink.region;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the label config and the task say about an object tag, the thing that a {@code to_name} names.
 *
 * @param type the tag's name in lower case; null if not known
 * @param texts the text that it shows, or several that it may show; empty if not known
 */
record ObjectTag(@Nullable String type, List<ShownText> texts) {

    static final ObjectTag UNKNOWN = new ObjectTag(null, List.of());

    private static final Set<String> TIMED = Set.of("audio", "audioplus", "video", "timeseries");

    ObjectTag {
        type = type == null ? null : type.toLowerCase(Locale.ROOT);
        texts = List.copyOf(texts);
    }

    boolean isUnknown() {
        return type == null;
    }

    boolean isText() {
        return "text".equals(type);
    }

    boolean isTimed() {
        return type != null && TIMED.contains(type);
    }

    /** Whether none of the texts holds the span; null if no text is known. */
    @Nullable
    Boolean disagrees(Span span, @Nullable String quoted) {
        return texts.isEmpty() ? null : texts.stream().noneMatch(text -> text.hold(span, quoted));
    }
}
