package io.oceanid.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Settles which of several matches stands where they overlap. */
final class Overlaps {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::length)
            .thenComparingDouble(Match::score)
            .reversed()
            .thenComparingInt(Match::start)
            .thenComparing(Match::label);

    private Overlaps() {}

    /** Those that stand, in the order of their start: the longer before the shorter, then the more certain. */
    static List<Match> settled(Stream<Match> matches) {
        NavigableMap<Integer, Match> standing = new TreeMap<>();
        matches.sorted(BEST_FIRST).forEachOrdered(match -> {
            Map.Entry<Integer, Match> before = standing.lowerEntry(match.end());
            if (before == null || before.getValue().end() <= match.start()) {
                standing.put(match.start(), match);
            }
        });
        return List.copyOf(standing.values());
    }
}
