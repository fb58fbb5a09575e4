package io.oceanid.sink.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of a result that is not a relation.
 *
 * <p>A column is null (a list empty) where the item does not carry it, or carries something else in its place; {@code raw}
 * always has the item as it came. Several items may share an {@code id}: a drawn region and the choices or text given to
 * it are items of their own.
 *
 * @param ordinal the item's position in the result, relations counted
 * @param type the item's type, {@code unknown} if it names none
 * @param labels what was chosen: labels, choices, taxonomy paths (joined with {@code /}), ranked ids
 * @param spanStart first code point of a span of plain text
 * @param spanEnd code point after the span's last one
 * @param text the text under a span or typed by the annotator; several texts are joined with line feeds
 * @param offsetMismatch whether the span lies outside the task's text or its text is another one there; null if this is
 *     no span or the task's text is not known
 * @param startTime where a stretch of audio, video or a time series begins: seconds, or the series' own numeric unit
 * @param endTime where that stretch ends
 * @param itemIndex which of an object's images the region is on
 */
public record Region(
        int ordinal,
        @Nullable String id,
        @Nullable String fromName,
        @Nullable String toName,
        String type,
        List<String> labels,
        @Nullable Integer spanStart,
        @Nullable Integer spanEnd,
        @Nullable String text,
        @Nullable Boolean offsetMismatch,
        @Nullable Box box,
        @Nullable Double startTime,
        @Nullable Double endTime,
        @Nullable Double score,
        @Nullable String origin,
        @Nullable String parentId,
        @Nullable Integer itemIndex,
        JsonNode raw) {

    /** The type of an item that names none. */
    public static final String UNKNOWN_TYPE = "unknown";

    public Region {
        labels = List.copyOf(labels);
    }
}
