package io.oceanid.bootstrapper.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Takes away tasks of rows that a project has twice, since a chunk was stored after it had been given up. */
record Repeats(ProjectTasks tasks) {

    private static final int AT_ONCE = 4;

    /** Of the tasks after an id; gives how many it took away. What has annotations stays, and else the oldest. */
    Mono<Long> removeAfter(long id) {
        return repeated(id).flatMap(keys -> keys.isEmpty() ? Mono.just(0L) : remove(id, keys));
    }

    private Mono<LongSet> repeated(long id) {
        return Mono.defer(() -> {
            LongSet seen = new LongSet();
            LongSet twice = new LongSet();
            return tasks.after(id)
                    .doOnNext(task -> {
                        if (task.row() != null && !seen.add(task.row().key())) {
                            twice.add(task.row().key());
                        }
                    })
                    .then(Mono.just(twice));
        });
    }

    private Mono<Long> remove(long id, LongSet keys) {
        return tasks.after(id)
                .filter(task -> task.isOneOf(keys))
                .collectMultimap(task -> String.valueOf(task.row()), task -> task, HashMap::new)
                .flatMapIterable(Map::values)
                .flatMapIterable(same -> spare(List.copyOf(same)))
                .flatMap(task -> tasks.delete(task).thenReturn(task), AT_ONCE)
                .count();
    }

    private static List<StoredTask> spare(List<StoredTask> same) {
        boolean worked = same.stream().anyMatch(StoredTask::annotated);
        Stream<StoredTask> kept = worked
                ? same.stream().filter(StoredTask::annotated)
                : same.stream().limit(1);
        List<StoredTask> stay = kept.toList();
        return same.stream().filter(task -> !stay.contains(task)).toList();
    }
}
