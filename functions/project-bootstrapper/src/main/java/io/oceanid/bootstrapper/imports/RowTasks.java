package io.oceanid.bootstrapper.imports;

import io.oceanid.rows.Reading;
import tools.jackson.databind.node.ObjectNode;

/** Makes tasks of rows, and tells rows of the same content apart. For one thread at a time. */
final class RowTasks {

    private final LongSet seen = new LongSet();

    /** @param task of {@link TaskForm#taskOf}; is marked with its digest */
    NewTask next(Reading.Row row, ObjectNode task) {
        byte[] content = TaskForm.canonical(task);
        RowDigest digest = unseen(RowDigest.of(content));
        seen.add(digest.key());
        TaskForm.mark(task, digest);
        return new NewTask(row.place(), digest, task, content.length);
    }

    /** The first occurrence not seen yet. Those seen are all the ones before it, so it is found without counting. */
    private RowDigest unseen(RowDigest first) {
        if (!seen.contains(first.key())) {
            return first;
        }
        long there = 1;
        long free = 2;
        while (seen.contains(first.occurrence(free).key())) {
            there = free;
            free *= 2;
        }
        while (free - there > 1) {
            long middle = (there + free) >>> 1;
            if (seen.contains(first.occurrence(middle).key())) {
                there = middle;
            } else {
                free = middle;
            }
        }
        return first.occurrence(free);
    }
}
