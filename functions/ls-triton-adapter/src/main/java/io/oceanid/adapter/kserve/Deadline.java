package io.oceanid.adapter.kserve;

import java.time.Duration;

/** A point in time after which nobody waits. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, but no more than that and never nothing. */
    Duration atMost(Duration time) {
        Duration left = Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
        return left.compareTo(time) < 0 ? left : time;
    }

    /** Whether it comes before that time is over. */
    boolean isWithin(Duration time) {
        return nanos - System.nanoTime() <= time.toNanos();
    }
}
