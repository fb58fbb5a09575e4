package io.oceanid.sink.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.oceanid.sink.testing.DatabaseProxy;
import io.oceanid.sink.testing.DatabaseProxy.State;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Project 1 has 20,000 tasks and comes to 65 MB, project 2 has none; the sink has one connection. */
class ExportStreamTest {

    private static final int TASKS = 20_000;
    private static final long BYTES = 65_000_000;

    /** Longer than PostgreSQL may work on one statement. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private static TestDatabase database;
    private static DatabaseProxy proxy;
    private static TestSink sink;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        database.execute("""
            insert into oceanid.project (id, updated_at, raw) values (1, now(), '{}'), (2, now(), '{}');
            insert into oceanid.task (id, project, data, updated_at, raw)
            select i, 1, jsonb_build_object('text', repeat(md5(i::text), 100)), now(), '{}'
            from generate_series(1, %d) i
            """.formatted(TASKS));
        proxy = DatabaseProxy.before(database);
        sink = TestSink.start(
                proxy.url(),
                "--oceanid.database.max-connections=1",
                "--oceanid.database.acquire-timeout=2s",
                "--oceanid.database.statement-timeout=500ms",
                "--oceanid.export.patience=6s");
        awaitConnection();
    }

    @AfterAll
    static void stop() {
        sink.close();
        proxy.close();
    }

    @Test
    void noMoreIsReadThanTheClientTakesAndAllOfItAsOfOneMoment() throws IOException {
        long before = proxy.answered();
        try (InputStream body = export()) {
            assertThat(body.read()).isEqualTo('{');
            awaitStandstill();
            assertThat(proxy.answered() - before).isLessThan(BYTES / 3);

            database.execute("update oceanid.task set data = '{}' where id = " + TASKS);
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8));
            assertThat(lines.lines()).hasSize(TASKS).last().asString().contains("\"text\": \"");
        }
        assertThat(proxy.answered() - before).isGreaterThan(BYTES);
    }

    @Test
    void aClientThatGoesAwayGivesTheConnectionBack() throws IOException {
        try (InputStream body = export()) {
            assertThat(body.read()).isEqualTo('{');
            assertThat(ExportedTasks.get(sink, "/projects/2/export").statusCode())
                    .isEqualTo(503);
        }
        awaitConnection();
        assertThat(database.value("""
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name = 'annotations-sink' and xact_start is not null
            """)).isEqualTo("0");
    }

    @Test
    void aFailureInTheMidstIsATruncatedTransferAndNoEnd() throws IOException {
        try (InputStream body = export()) {
            assertThat(body.read()).isEqualTo('{');
            proxy.become(State.GONE);
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        } finally {
            proxy.become(State.WELL);
        }
    }

    @Test
    void aDatabaseThatFallsSilentIsNotWaitedForForEver() throws IOException {
        try (InputStream body = export()) {
            assertThat(body.read()).isEqualTo('{');
            proxy.become(State.SILENT);
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        } finally {
            proxy.become(State.WELL);
        }
        awaitConnection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void withoutADatabaseTheCallerIsToldToComeAgain(String method) {
        proxy.become(State.GONE);
        try {
            HttpResponse<String> response =
                    ExportedTasks.send(sink, method, "/projects/1/export", BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        } finally {
            proxy.become(State.WELL);
        }
        awaitConnection();
    }

    @Test
    void askingForTheHeadReadsNoTasks() {
        long before = proxy.answered();
        HttpResponse<String> response = ExportedTasks.send(sink, "HEAD", "/projects/1/export", BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(proxy.answered() - before).isLessThan(10_000);
    }

    private static InputStream export() {
        HttpResponse<InputStream> response =
                ExportedTasks.send(sink, "GET", "/projects/1/export", BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static void awaitConnection() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ExportedTasks.get(sink, "/projects/2/export").statusCode() == 200);
    }

    private static void awaitStandstill() {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(A_WHILE).atMost(Duration.ofSeconds(60)).until(() -> {
            long now = proxy.answered();
            return last.getAndSet(now) == now;
        });
    }
}
