package io.oceanid.sink.reconcile;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The projects to look at.
 *
 * @param listed those that Label Studio has
 * @param live those that the tables have
 * @param lastSweeps of each when it was last swept to the end
 */
record Targets(Set<Long> listed, Set<Long> live, Map<Long, Instant> lastSweeps) {

    /** The one that waits longest first: where the time does not suffice for all, none is left out for ever. */
    List<Long> inTurn() {
        Set<Long> all = new TreeSet<>(listed);
        all.addAll(live);
        return all.stream()
                .sorted(Comparator.comparing(project -> lastSweeps.getOrDefault(project, Instant.MIN)))
                .toList();
    }

    /**
     * Whether it is likely that Label Studio lost projects, and not that this is another Label Studio, or the token
     * that of another organization: then not one of several would be there.
     */
    boolean areTrusted() {
        return live.size() < 2 || !Collections.disjoint(listed, live);
    }
}
