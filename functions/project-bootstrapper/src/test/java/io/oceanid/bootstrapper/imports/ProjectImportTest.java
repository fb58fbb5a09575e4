package io.oceanid.bootstrapper.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.bootstrapper.testing.StoredTasks;
import io.oceanid.bootstrapper.testing.StoredTasks.Fault;
import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnknownResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.StepVerifier;

class ProjectImportTest {

    private static final ImportSettings IN_TENS = new ImportSettings(10, 10_000, 3, Duration.ofMillis(1), false);
    private static final List<String> ROWS =
            IntStream.range(0, 45).mapToObj(i -> "row " + i).toList();

    @AutoClose
    private final FakeLabelStudio labelStudio = FakeLabelStudio.start();

    private final StoredTasks stored = StoredTasks.in(labelStudio, 1).inPagesOf(7);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Tally tally = new Tally(meters);

    @Test
    void everyRowBecomesATaskInItsOrder() {
        imports(ScriptedRows.of(ROWS));

        assertThat(stored.values("text")).isEqualTo(ROWS);
        assertThat(stored.imports()).isEqualTo(5);
        told(45, 45, 0, 0);
        assertThat(labelStudio.asked("GET /api/tasks"))
                .as("an empty project is not listed")
                .isEmpty();
        assertThat(meters.counter("oceanid.import.rows", "outcome", "sent").count())
                .isEqualTo(45);
    }

    @Test
    void aSecondRunAddsNothing() {
        imports(ScriptedRows.of(ROWS));
        imports(ScriptedRows.of(ROWS));

        assertThat(stored.values("text")).isEqualTo(ROWS);
        told(45, 0, 45, 0);
    }

    @Test
    void rowsOfTheSameContentAreTasksEach() {
        imports(ScriptedRows.of("a", "a", "b", "a", "a", "a"));
        imports(ScriptedRows.of("a", "a", "b", "a", "a", "a", "a"));

        assertThat(stored.values("text")).containsExactly("a", "a", "b", "a", "a", "a", "a");
        told(7, 1, 6, 0);
    }

    @Test
    void aRowInTheMiddleAddsOneOnly() {
        imports(ScriptedRows.of("a", "b", "c"));
        imports(ScriptedRows.of("a", "new", "b", "c"));

        assertThat(stored.values("text")).containsExactly("a", "b", "c", "new");
    }

    @Test
    void columnsMayChangePlaces() {
        imports(ScriptedRows.json("{\"a\":\"1\",\"b\":\"2\"}"));
        imports(ScriptedRows.json("{\"b\":\"2\",\"a\":\"1\"}"));

        assertThat(stored.all()).hasSize(1);
    }

    @Test
    void aRowMayBeATaskAlready() {
        imports(ScriptedRows.json(
                "{\"id\":7,\"data\":{\"text\":\"a\"},\"meta\":{\"lot\":3,\"oceanid\":{\"row\":\"x\"}},\"predictions\":[{\"result\":[]}]}",
                "{\"data\":{\"text\":\"b\"},\"meta\":\"text\"}",
                "{\"data\":\"a cell\"}"));

        assertThat(stored.all()).hasSize(2);
        assertThat(stored.all().getFirst().path("meta").path("lot").intValue()).isEqualTo(3);
        assertThat(stored.all()
                        .getFirst()
                        .path("meta")
                        .path("oceanid")
                        .path("row")
                        .asString())
                .hasSize(32);
        assertThat(stored.all().getFirst().path("predictions").size()).isOne();
        assertThat(stored.all().get(1).path("data").path("data").asString()).isEqualTo("a cell");
        told(3, 2, 0, 1);
    }

    @Test
    void brokenRowsAreSkippedAndTold() {
        imports(ScriptedRows.of("a", "!not JSON", "b", "!not JSON"));

        assertThat(stored.values("text")).containsExactly("a", "b");
        told(4, 2, 0, 2);
        assertThat(EventJson.text(tally.report(1)))
                .contains(
                        "{\"source\":\"rows.jsonl\",\"line\":2,\"reason\":\"not JSON\"}",
                        "\"reasons\":{\"not JSON\":2}");
    }

    @Test
    void oneBrokenRowRefusesAllWhereThatIsAskedFor() {
        ImportSettings strict = new ImportSettings(1, 10_000, 3, Duration.ofMillis(1), true);

        StepVerifier.create(new ProjectImport(tasks(), ScriptedRows.of("a", "b", "!not JSON"), strict, tally).run())
                .verifyErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessage("rows.jsonl, line 3: not JSON"));
        assertThat(labelStudio.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aChunkWhoseFateIsNotToldIsStoredOnce(Fault fault) {
        stored.failing(2, fault).failing(5, fault);

        imports(ScriptedRows.of(ROWS));

        assertThat(stored.values("text")).containsExactlyInAnyOrderElementsOf(ROWS);
        told(45, 45, 0, 0);
    }

    static Stream<Arguments> cuts() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(chunk -> Stream.of(Fault.values()).map(fault -> Arguments.of(chunk, fault)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void anImportThatEndsAnywhereIsFinishedByTheNext(int chunk, Fault fault) {
        ImportSettings onceEach = new ImportSettings(10, 10_000, 1, Duration.ofMillis(1), false);
        stored.failing(chunk, fault);

        StepVerifier.create(new ProjectImport(tasks(), ScriptedRows.of(ROWS), onceEach, tally).run())
                .verifyErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(DependencyUnavailableException.class)
                        .hasMessageEndingWith("the same import again goes on with the rest"));
        imports(ScriptedRows.of(ROWS));
        imports(ScriptedRows.of(ROWS));

        assertThat(stored.values("text")).containsExactlyInAnyOrderElementsOf(ROWS);
        told(45, 0, 45, 0);
    }

    @Test
    void aLabelStudioThatStaysAwayIsGivenUp() {
        IntStream.rangeClosed(2, 4).forEach(number -> stored.failing(number, Fault.BAD_GATEWAY));

        StepVerifier.create(importing(ScriptedRows.of(ROWS)).run())
                .verifyErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(DependencyUnavailableException.class)
                        .hasMessageContaining("10 rows were sent before"));
        assertThat(stored.imports()).isEqualTo(4);
    }

    @Test
    void ofTwinsTheOneThatWasWorkedOnStays() {
        imports(ScriptedRows.of("a", "b", "c"));
        List<String> before = new ArrayList<>(stored.values("text"));
        stored.all().forEach(task -> stored.store(EventJson.read("[" + EventJson.text(task) + "]")));
        stored.annotate(4);
        stored.annotate(2);
        stored.annotate(5);

        imports(ScriptedRows.of("a", "b", "c"));

        assertThat(stored.all().stream().map(task -> task.path("id").longValue()))
                .as("4 was worked on, 2 and 5 both, and 3 is the older of two")
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(before).containsExactly("a", "b", "c");
        assertThat(tally.report(1).path("removed").longValue()).isEqualTo(2);
    }

    @Test
    void aRowThatLabelStudioRefusesIsSkipped() {
        stored.requiring("text");

        imports(ScriptedRows.json("{\"text\":\"a\"}", "{\"other\":\"b\"}", "{\"text\":\"c\"}"));

        assertThat(stored.values("text")).containsExactly("a", "c");
        assertThat(EventJson.text(tally.problems()))
                .contains("\"line\":2", "Label Studio refuses it: \\\"text\\\" key is expected in task data\"");
    }

    @Test
    void rowsThatDoNotGoWithTheProjectAreRefusedByTheMissingColumn() {
        stored.requiring("text");
        String[] rows =
                IntStream.range(0, 30).mapToObj(i -> "{\"other\":" + i + "}").toArray(String[]::new);

        StepVerifier.create(importing(ScriptedRows.json(rows)).run()).verifyErrorSatisfies(e -> {
            assertThat(e).hasMessageContaining("\"text\" key is expected in task data");
            assertThat(((InvalidRequestException) e).field()).isEqualTo("text");
        });
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void aProjectThatIsNotThereIsToldSo() {
        labelStudio.on(
                "GET /api/projects/1/",
                _ -> FakeLabelStudio.Reply.json(404, "{\"detail\":\"No Project matches the given query.\"}"));

        StepVerifier.create(importing(ScriptedRows.of("a")).run()).verifyError(UnknownResourceException.class);
    }

    @Test
    void aLargeRowGoesByItself() {
        ImportSettings small = new ImportSettings(10, 60, 3, Duration.ofMillis(1), false);

        StepVerifier.create(
                        new ProjectImport(tasks(), ScriptedRows.of("a", "b", "c".repeat(100), "d"), small, tally).run())
                .verifyComplete();

        assertThat(stored.values("text")).containsExactly("a", "b", "c".repeat(100), "d");
        assertThat(stored.imports()).isEqualTo(2);
    }

    private void told(int read, int sent, int known, int skipped) {
        assertThat(EventJson.text(tally.progress()))
                .isEqualTo(
                        "{\"read\":%d,\"sent\":%d,\"known\":%d,\"skipped\":%d}".formatted(read, sent, known, skipped));
    }

    private void imports(RowSource rows) {
        StepVerifier.create(importing(rows).run()).expectComplete().verify(Duration.ofSeconds(30));
    }

    private ProjectImport importing(RowSource rows) {
        tally = new Tally(meters);
        return new ProjectImport(tasks(), rows, IN_TENS, tally);
    }

    /** A client of its own each time, since one that saw errors would pause. */
    private ProjectTasks tasks() {
        return new ProjectTasks(new LabelStudioClient(LabelStudioSettings.of(labelStudio.url(), "token")), 1);
    }
}
