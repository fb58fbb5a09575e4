package io.oceanid.rows.pdf;

/** A box, from the upper left. */
record Box(double left, double top, double right, double bottom) {

    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Not beyond 0 and 100. */
    Box within() {
        return new Box(
                Math.clamp(left, 0, 100),
                Math.clamp(top, 0, 100),
                Math.clamp(right, 0, 100),
                Math.clamp(bottom, 0, 100));
    }
}
