package io.oceanid.sink.store;

import java.time.Instant;

/** A state of something, and the event that tells it. The newest one holds. */
record Saved<T>(T state, Instant updatedAt, EventRef by) {

    boolean isNewerThan(Saved<T> other) {
        int order = updatedAt.compareTo(other.updatedAt);
        return order != 0 ? order > 0 : by.compareTo(other.by) > 0;
    }

    static <T> Saved<T> newer(Saved<T> one, Saved<T> other) {
        return other.isNewerThan(one) ? other : one;
    }
}
