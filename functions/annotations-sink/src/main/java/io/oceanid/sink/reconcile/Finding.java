package io.oceanid.sink.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * How a state that was read compares with that in the table.
 *
 * @param sameTime whether both have the same {@code updated_at}, though they may differ: Label Studio changes some
 *     things without moving it
 * @param known the state in the table, JSON; null where there is none
 */
record Finding(Verdict verdict, boolean sameTime, @Nullable String known) {

    enum Verdict {
        /** The table has it, or a later one. */
        SAME,
        /** The table does not have the thing at all. */
        MISSING,
        /** The table has another state of it. */
        OUTDATED,
        /** The table has its contents, but not what Label Studio counts and notes about it. */
        TOUCHED,
        /** The table says that it was deleted after it was made. A state does not raise a tombstone. */
        BURIED;

        boolean isRepaired() {
            return this == MISSING || this == OUTDATED || this == TOUCHED;
        }
    }
}
