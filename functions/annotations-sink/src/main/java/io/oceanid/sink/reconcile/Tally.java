package io.oceanid.sink.reconcile;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a sweep saw and repaired. Immutable. */
record Tally(Map<Kind, Long> counts) {

    static final Tally NONE = new Tally(Map.of());

    /** What a count says. */
    enum Role {
        SEEN,
        /** The tables were other than they should be, and were put right. */
        REPAIRED,
        /** They are, and were not. */
        LEFT
    }

    enum Kind {
        PAGE(Role.SEEN),
        TASK(Role.SEEN),
        ANNOTATION(Role.SEEN),
        PREDICTION(Role.SEEN),
        PROJECT_MISSING(Role.REPAIRED),
        PROJECT_OUTDATED(Role.REPAIRED),
        PROJECT_UNDELETED(Role.REPAIRED),
        TASK_MISSING(Role.REPAIRED),
        TASK_OUTDATED(Role.REPAIRED),
        TASK_TOUCHED(Role.REPAIRED),
        TASK_UNDELETED(Role.REPAIRED),
        TASK_BURIED(Role.LEFT),
        ANNOTATION_MISSING(Role.REPAIRED),
        ANNOTATION_OUTDATED(Role.REPAIRED),
        ANNOTATION_UNDELETED(Role.REPAIRED),
        ANNOTATION_BURIED(Role.LEFT),
        PREDICTION_MISSING(Role.REPAIRED),
        PREDICTION_OUTDATED(Role.REPAIRED),
        PREDICTION_UNDELETED(Role.REPAIRED),
        /** What fits no event of the catalogue, and goes to quarantine. */
        UNREADABLE(Role.LEFT);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        /** As in {@code task-missing}. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean is(Role other) {
            return role == other;
        }
    }

    static Tally of(Kind kind, long count) {
        return NONE.plus(kind, count);
    }

    Tally plus(Kind kind, long count) {
        return count == 0 ? this : plus(new Tally(Map.of(kind, count)));
    }

    Tally plus(Tally other) {
        Map<Kind, Long> sum = new EnumMap<>(Kind.class);
        sum.putAll(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Tally(sum);
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
