package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.TestFolder;
import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.database.LocalDatabase;
import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.function.LocalFunction;
import io.oceanid.local.function.Ports;
import io.oceanid.local.function.RunningFunction;
import io.oceanid.sink.AnnotationsSink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    private final LocalFunction sink =
            new LocalFunction("annotations-sink", AnnotationsSink.class, Ports.free(), List.of());

    @SuppressWarnings("NullAway.Init")
    private LocalDatabase database;

    @SuppressWarnings("NullAway.Init")
    private RunningFunction running;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = LocalDatabase.start(TestFolder.in(folder), Ports::free);
        running = RunningFunction.start(sink, database.address().url());
    }

    @AfterAll
    void end() {
        running.close();
        database.close();
    }

    @Test
    void theSessionEndsInTheTablesAndSentAgainChangesNothing() throws SQLException {
        String first = show(database.address());

        assertThat(first).contains("sent 22 webhooks: 22 new, 0 already known");
        assertThat(counts())
                .isEqualTo("project 2, task 12, annotation 12, region 40, relation 2, inbox 22, quarantine 2");
        assertThat(first)
                .contains("frozen mackerel 🐟")
                .contains("Scanned documents 2026")
                .contains("text and offsets disagree")
                .contains("the action COMMENT_CREATED is not known")
                .contains("try: psql " + database.address().url());

        String second = show(database.address());

        assertThat(second).contains("sent 22 webhooks: 0 new, 22 already known");
        assertThat(tables(second)).isEqualTo(tables(first));
    }

    @Test
    void aSinkThatDoesNotAnswerIsNamed() {
        URI nobody = URI.create("http://127.0.0.1:" + Ports.free() + "/");

        assertThatThrownBy(() -> Demo.show(nobody, database.address(), true, System.out))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the sink does not answer at " + nobody + "webhook");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        DatabaseAddress nobody = new DatabaseAddress(Ports.free());

        assertThatThrownBy(() -> show(nobody))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the database does not answer as it should");
    }

    private String show(DatabaseAddress where) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Demo.show(sink.at("/"), where, true, new PrintStream(out, true, StandardCharsets.UTF_8));
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
