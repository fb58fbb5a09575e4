package io.oceanid.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that something is no more. Of several the latest holds.
 *
 * @param project whose it was, where that is known
 */
record Tombstone(Instant at, @Nullable Long project) {

    static Tombstone later(Tombstone one, Tombstone other) {
        Tombstone later = other.at.isAfter(one.at) ? other : one;
        Long project = one.project != null ? one.project : other.project;
        return new Tombstone(later.at, project);
    }
}
