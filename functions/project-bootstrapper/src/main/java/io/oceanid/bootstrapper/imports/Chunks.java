package io.oceanid.bootstrapper.imports;

import java.util.List;
import reactor.core.publisher.Flux;

/** Cuts tasks into chunks of so many tasks and, about, so many bytes. */
record Chunks(int rows, int bytes) {

    Flux<List<NewTask>> of(Flux<NewTask> tasks) {
        return Flux.defer(() -> {
            Room room = new Room();
            return tasks.bufferUntil(room::isFullWith, false);
        });
    }

    private final class Room {

        private int tasks;
        private long size;

        boolean isFullWith(NewTask task) {
            tasks++;
            size += task.bytes();
            if (tasks < rows && size < bytes) {
                return false;
            }
            tasks = 0;
            size = 0;
            return true;
        }
    }
}
