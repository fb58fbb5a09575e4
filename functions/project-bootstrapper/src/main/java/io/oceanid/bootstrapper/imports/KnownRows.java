package io.oceanid.bootstrapper.imports;

import reactor.core.publisher.Mono;

/** The rows that a project has already. For one thread at a time. */
final class KnownRows {

    private final LongSet keys = new LongSet();
    private final long count;
    private long newest;
    private boolean repeated;

    private KnownRows(long count) {
        this.count = count;
    }

    /** Reads them; asks for no list where the project is empty. */
    static Mono<KnownRows> of(ProjectTasks tasks) {
        return tasks.count().flatMap(count -> {
            KnownRows known = new KnownRows(count);
            return count == 0
                    ? Mono.just(known)
                    : tasks.after(0).doOnNext(known::add).then(Mono.just(known));
        });
    }

    private void add(StoredTask task) {
        newest = Math.max(newest, task.id());
        if (task.row() != null && !keys.add(task.row().key())) {
            repeated = true;
        }
    }

    boolean has(RowDigest row) {
        return keys.contains(row.key());
    }

    /** How many tasks there were, others' too. */
    long count() {
        return count;
    }

    /** The highest id of a task that was there. */
    long newest() {
        return newest;
    }

    /** Whether a row was there twice. */
    boolean isRepeated() {
        return repeated;
    }
}
