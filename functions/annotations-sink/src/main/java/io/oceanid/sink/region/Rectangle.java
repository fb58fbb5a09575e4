package io.oceanid.sink.region;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a shape lies. The shape is known by what its value holds, since any control may carry it along. */
record Rectangle(
        double x,
        double y,
        @Nullable Double width,
        @Nullable Double height) {

    static @Nullable Rectangle around(JsonNode value) {
        JsonNode points = value.path(value.has("vertices") ? "vertices" : "points");
        if (points.isArray()) {
            return aroundPoints(points);
        }
        Double x = Lenient.number(value.path("x"));
        Double y = Lenient.number(value.path("y"));
        if (x == null || y == null || value.has("z")) {
            return null;
        }
        Double radiusX = Lenient.number(value.path("radiusX"));
        Double radiusY = Lenient.number(value.path("radiusY"));
        return radiusX == null || radiusY == null
                ? new Rectangle(x, y, Lenient.number(value.path("width")), Lenient.number(value.path("height")))
                : between(x - radiusX, y - radiusY, x + radiusX, y + radiusY);
    }

    /** Null if there is no point, or one that cannot be read: a box around the others would be a wrong one. */
    private static @Nullable Rectangle aroundPoints(JsonNode points) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (JsonNode point : points.values()) {
            Double x = Lenient.number(point.isArray() ? point.path(0) : point.path("x"));
            Double y = Lenient.number(point.isArray() ? point.path(1) : point.path("y"));
            if (x == null || y == null) {
                return null;
            }
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
        return between(left, top, right, bottom);
    }

    private static @Nullable Rectangle between(double left, double top, double right, double bottom) {
        double width = right - left;
        double height = bottom - top;
        return Double.isFinite(width) && Double.isFinite(height) ? new Rectangle(left, top, width, height) : null;
    }
}
