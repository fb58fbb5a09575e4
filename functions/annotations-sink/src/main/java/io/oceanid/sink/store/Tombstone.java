package io.oceanid.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that something is no more. Of several, the earliest holds.
 *
 * @param project whose it was, where that is known
 */
record Tombstone(Instant at, EventRef by, @Nullable Long project) {

    static Tombstone earlier(Tombstone one, Tombstone other) {
        int order = other.at.compareTo(one.at);
        boolean otherFirst = order != 0 ? order < 0 : other.by.compareTo(one.by) < 0;
        Tombstone first = otherFirst ? other : one;
        Long project = first.project != null ? first.project : otherFirst ? one.project : other.project;
        return new Tombstone(first.at, first.by, project);
    }
}
