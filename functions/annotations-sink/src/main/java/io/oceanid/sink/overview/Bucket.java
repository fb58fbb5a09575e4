package io.oceanid.sink.overview;

/** How time is cut. In UTC. */
enum Bucket {
    HOUR("hour", 1, 48),
    DAY("day", 24, 30);

    private final String unit;
    private final int hours;
    private final int count;

    Bucket(String unit, int hours, int count) {
        this.unit = unit;
        this.hours = hours;
        this.count = count;
    }

    /** As PostgreSQL calls it. */
    String unit() {
        return unit;
    }

    /** How long one is. */
    int hours() {
        return hours;
    }

    /** How many are told, the one under way among them. */
    int count() {
        return count;
    }
}
