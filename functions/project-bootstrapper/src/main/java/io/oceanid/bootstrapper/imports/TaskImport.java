package io.oceanid.bootstrapper.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.bootstrapper.project.TaskFiller;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports the tasks of declarations, by the same rules as files. Thread-safe. */
final class TaskImport implements TaskFiller {

    private final LabelStudioClient labelStudio;
    private final RunningImports running;
    private final MeterRegistry meters;

    TaskImport(LabelStudioClient labelStudio, RunningImports running, MeterRegistry meters) {
        this.labelStudio = labelStudio;
        this.running = running;
        this.meters = meters;
    }

    @Override
    public Mono<Long> missing(long project, List<ObjectNode> rows) {
        return KnownRows.of(new ProjectTasks(labelStudio, project))
                .map(known -> missing(known, rows))
                .transform(Failures.told("tasks"));
    }

    @Override
    public Mono<JsonNode> fill(long project, List<ObjectNode> rows) {
        return Mono.defer(() -> {
            Tally tally = new Tally(meters);
            ProjectImport run = new ProjectImport(
                    new ProjectTasks(labelStudio, project),
                    new DeclaredRows(rows),
                    ImportSettings.of(ImportSettings.ROWS, true),
                    tally);
            return running.alone(project, run.run()).then(Mono.<JsonNode>fromSupplier(tally::progress));
        });
    }

    private static long missing(KnownRows known, List<ObjectNode> rows) {
        RowTasks tasks = new RowTasks();
        Place place = new Place("tasks", 1);
        return rows.stream()
                .map(row -> tasks.next(new Reading.Row(place, row), TaskForm.taskOf(row.deepCopy())))
                .filter(task -> !known.has(task.digest()))
                .count();
    }
}
