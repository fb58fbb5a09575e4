package io.oceanid.sink.reconcile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the sweeps of a project came.
 *
 * @param underWay the sweep that has not come to its end; null for none
 * @param sweptAt when the last that did began; null for none
 * @param fullyAt when the last full one that did began; null for none
 */
record Cursor(
        long project,
        @Nullable Sweep underWay,
        @Nullable Instant sweptAt,
        @Nullable Instant fullyAt) {

    /**
     * One way through the tasks of a project.
     *
     * @param since only tasks that changed after this; null for all of them
     * @param after the tasks up to this id were seen
     */
    record Sweep(Instant beganAt, @Nullable Instant since, long after) {

        boolean isFull() {
            return since == null;
        }
    }

    static Cursor none(long project) {
        return new Cursor(project, null, null, null);
    }

    /** Whether a full sweep is due. */
    boolean isFullDue(Instant now, Duration fullEvery) {
        return fullyAt == null || sweptAt == null || !fullyAt.plus(fullEvery).isAfter(now);
    }

    /** The next sweep: full where that is asked for or nothing is known of an earlier one. */
    Sweep next(boolean full, Instant now, Duration overlap) {
        return new Sweep(now, full || sweptAt == null ? null : sweptAt.minus(overlap), 0);
    }

    Cursor at(Sweep sweep) {
        return new Cursor(project, sweep, sweptAt, fullyAt);
    }

    Cursor ended(Sweep sweep) {
        return new Cursor(project, null, sweep.beganAt(), sweep.isFull() ? sweep.beganAt() : fullyAt);
    }
}
