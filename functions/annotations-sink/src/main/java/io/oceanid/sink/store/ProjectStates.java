package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The newest states of projects, by id. Where several of one time differ it has them all: which of them holds is for
 * PostgreSQL to say, for those that it has already too.
 */
final class ProjectStates {

    private final NavigableMap<Long, List<Saved<Project>>> newest = new TreeMap<>();

    /** @param told less its counts */
    void add(Saved<Project> told) {
        List<Saved<Project>> known = newest.computeIfAbsent(told.state().id(), _ -> new ArrayList<>(1));
        int order = known.isEmpty()
                ? 1
                : told.updatedAt().compareTo(known.getFirst().updatedAt());
        if (order > 0) {
            known.clear();
        }
        if (order > 0 || (order == 0 && known.stream().noneMatch(one -> isSame(one, told)))) {
            known.add(told);
        }
    }

    Stream<Saved<Project>> all() {
        return newest.values().stream().flatMap(List::stream);
    }

    private static boolean isSame(Saved<Project> one, Saved<Project> other) {
        return one.state().raw().equals(other.state().raw());
    }
}
