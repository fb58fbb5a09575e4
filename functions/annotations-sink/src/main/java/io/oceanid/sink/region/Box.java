package io.oceanid.sink.region;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The upright box around a region of an image or a page, in percent of its width and height.
 *
 * <p>A rectangle is kept as it is, before its rotation about the top left corner; an ellipse as the box around it, before
 * its rotation about the centre. A polygon and a vector are kept as the box around their points; Bézier control points do
 * not count. A key point's width is the size that it is drawn with, and it has no height.
 *
 * @param rotation degrees, clockwise
 * @param originalWidth width of the image in pixels
 * @param originalHeight height of the image in pixels
 */
public record Box(
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double width,
        @Nullable Double height,
        @Nullable Double rotation,
        @Nullable Integer originalWidth,
        @Nullable Integer originalHeight) {

    /** The box around a region; null if it has no shape, or one without coordinates, or one in space. */
    static @Nullable Box around(JsonNode item) {
        JsonNode value = item.path("value");
        Rectangle rectangle = Rectangle.around(value);
        if (rectangle == null) {
            return null;
        }
        return new Box(
                rectangle.x(),
                rectangle.y(),
                rectangle.width(),
                rectangle.height(),
                Lenient.number(value.path("rotation")),
                Lenient.integer(item.path("original_width")),
                Lenient.integer(item.path("original_height")));
    }
}
