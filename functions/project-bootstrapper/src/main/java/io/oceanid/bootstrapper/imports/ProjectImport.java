package io.oceanid.bootstrapper.imports;

import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.rows.Reading;
import io.oceanid.support.failure.InvalidRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import tools.jackson.databind.node.ObjectNode;

/**
 * One import of rows into a project. It may be cut off at any point: what is sent has its digest with it, and the next
 * import of the same rows sends the rest.
 */
final class ProjectImport {

    private final ProjectTasks tasks;
    private final RowSource source;
    private final ImportSettings settings;
    private final Tally tally;

    ProjectImport(ProjectTasks tasks, RowSource source, ImportSettings settings, Tally tally) {
        this.tasks = tasks;
        this.source = source;
        this.settings = settings;
        this.tally = tally;
    }

    /** Imports all; fails with what is to be answered. */
    Mono<Void> run() {
        Mono<Void> checked = settings.refuseBroken() ? refuseBroken() : Mono.empty();
        return checked.then(Mono.defer(() -> KnownRows.of(tasks)))
                .flatMap(this::send)
                .onErrorMap(LabelStudioException.class, e -> Failures.of(e, "project"));
    }

    /** Reads all rows once before any is sent. */
    private Mono<Void> refuseBroken() {
        return source.read(ProjectImport::refuse)
                .doOnNext(reading -> {
                    switch (reading) {
                        case Reading.Broken broken -> refuse(broken);
                        case Reading.Row row -> {
                            String fault = TaskForm.fault(TaskForm.taskOf(row.data()));
                            if (fault != null) {
                                refuse(new Reading.Broken(row.place(), fault));
                            }
                        }
                    }
                })
                .then();
    }

    private static void refuse(Reading.Broken broken) {
        throw new InvalidRequestException("file", broken.place() + ": " + broken.reason());
    }

    private Mono<Void> send(KnownRows known) {
        ChunkSender sender = new ChunkSender(tasks, settings, tally, known.newest());
        return new Chunks(settings.rows(), settings.bytes())
                .of(newTasks(known))
                .concatMap(sender::send, 1)
                .then(Mono.defer(() -> removeRepeats(known, sender)));
    }

    private Flux<NewTask> newTasks(KnownRows known) {
        RowTasks rows = new RowTasks();
        return source.read(this::skip).handle((Reading reading, SynchronousSink<NewTask> sink) -> {
            switch (reading) {
                case Reading.Broken broken -> skip(broken);
                case Reading.Row row -> {
                    tally.read();
                    ObjectNode task = TaskForm.taskOf(row.data());
                    String fault = TaskForm.fault(task);
                    if (fault != null) {
                        tally.skip(row.place(), fault);
                        return;
                    }
                    NewTask next = rows.next(row, task);
                    if (known.has(next.digest())) {
                        tally.known();
                    } else {
                        sink.next(next);
                    }
                }
            }
        });
    }

    private void skip(Reading.Broken broken) {
        tally.read();
        tally.skip(broken.place(), broken.reason());
    }

    /**
     * Rows may be there twice after a chunk was sent again, after an import that was cut off while Label Studio was still
     * storing, and after two imports at once. Only what came since the list was read can have a twin.
     */
    private Mono<Void> removeRepeats(KnownRows known, ChunkSender sender) {
        Repeats repeats = new Repeats(tasks);
        Mono<Boolean> suspected = sender.isUncertain() || known.isRepeated()
                ? Mono.just(true)
                : tasks.count().map(count -> count != known.count() + tally.sent());
        return suspected
                .flatMap(is -> is ? repeats.removeAfter(known.isRepeated() ? 0 : known.newest()) : Mono.just(0L))
                .doOnNext(tally::removed)
                .then();
    }
}
