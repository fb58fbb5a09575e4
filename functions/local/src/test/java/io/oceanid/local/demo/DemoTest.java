package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.TestFolder;
import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.database.LocalDatabase;
import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.RunState;
import io.oceanid.local.function.LocalFunction;
import io.oceanid.local.function.LocalFunctions;
import io.oceanid.local.function.Ports;
import io.oceanid.local.function.RunningFunction;
import io.oceanid.local.function.TestSurroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:" + Ports.free() + "/");

    private final LocalFunction sink = LocalFunctions.SINK.onPort(Ports.free());
    private final LocalFunction adapter = LocalFunctions.ADAPTER.onPort(Ports.free());

    @SuppressWarnings("NullAway.Init")
    private LocalDatabase database;

    @SuppressWarnings("NullAway.Init")
    private RunningFunction runningSink;

    @SuppressWarnings("NullAway.Init")
    private RunningFunction runningAdapter;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = LocalDatabase.start(TestFolder.in(folder), Ports::free);
        runningSink = RunningFunction.start(
                sink, TestSurroundings.of(database.address().url()));
        runningAdapter = RunningFunction.start(
                adapter, TestSurroundings.of(database.address().url()));
    }

    @AfterAll
    void end() {
        runningAdapter.close();
        runningSink.close();
        database.close();
    }

    @Test
    void theSessionEndsInTheTablesAndSentAgainChangesNothing() throws SQLException {
        String first = show(run());

        assertThat(first).contains("sent 22 webhooks: 22 new, 0 already known");
        assertThat(counts())
                .isEqualTo("project 2, task 12, annotation 12, region 40, relation 2, inbox 22, quarantine 2");
        assertThat(first)
                .contains("frozen mackerel 🐟")
                .contains("Scanned documents 2026")
                .contains("text and offsets disagree")
                .contains("the action COMMENT_CREATED is not known")
                .contains("try: psql " + database.address().url());

        String second = show(run());

        assertThat(second).contains("sent 22 webhooks: 0 new, 22 already known");
        assertThat(tables(second)).isEqualTo(tables(first));
    }

    @Test
    void aSinkThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> show(run(NOBODY, adapter.at("/"), database.address())))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the sink does not answer at " + NOBODY + "webhook");
    }

    @Test
    void twoOfTheTextsArePredictedFor() {
        assertThat(show(run()).lines().map(line -> line.replaceAll(" {2,}", " ").strip()))
                .contains("predicted by rules-1, stored nowhere")
                .contains("1 VESSEL 0–16 MV NORTHERN STAR 0.9")
                .contains("1 IMO 18–29 IMO 9321483 0.95")
                .contains("5 VESSEL 3–10 MV ÆGIR 0.9");
    }

    @Test
    void anAdapterThatDoesNotTakeACallIsNamed() {
        assertThatThrownBy(() -> show(run(sink.at("/"), sink.at("/"), database.address())))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the adapter answers 404 to POST /predict: ");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        DatabaseAddress nobody = new DatabaseAddress(Ports.free());

        assertThatThrownBy(() -> show(run(sink.at("/"), adapter.at("/"), nobody)))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the database does not answer as it should");
    }

    private RunState run() {
        return run(sink.at("/"), adapter.at("/"), database.address());
    }

    private static RunState run(URI sink, URI adapter, DatabaseAddress database) {
        return new RunState(1, sink, adapter, database.url());
    }

    private static String show(RunState run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Demo.show(run, true, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String tables(String shown) {
        return shown.lines().filter(line -> !line.startsWith("sent ")).collect(Collectors.joining("\n"));
    }

    private String counts() throws SQLException {
        StringBuilder counts = new StringBuilder();
        try (var connection = database.address().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (Standing standing : Standing.ALL) {
                try (var row = statement.executeQuery("select count(*) from oceanid." + standing.table())) {
                    row.next();
                    counts.append(counts.isEmpty() ? "" : ", ")
                            .append(standing.table())
                            .append(' ')
                            .append(row.getInt(1));
                }
            }
        }
        return counts.toString();
    }
}
