package io.oceanid.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import io.oceanid.support.testing.Scrape;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an operator sees of the sink. */
@TestInstance(Lifecycle.PER_CLASS)
class MetricsTest {

    @AutoClose
    private final TestSink sink = TestSink.start(TestDatabase.create().url(), "--oceanid.quarantine.refresh=50ms");

    @Test
    void whatBecameOfEventsIsCounted() {
        Scrape before = scrape();
        SentEvent newer = SentEvent.annotation(7, "text");
        SentEvent older =
                new SentEvent("older", newer.type(), newer.data().replace("\"updated_at\":\"2", "\"updated_at\":\"1"));
        send(newer);
        send(newer);
        send(older);

        Scrape after = scrape();
        assertThat(after.increaseSince(before, "oceanid_sink_inbox_events_total", "outcome=\"new\""))
                .isEqualTo(2);
        assertThat(after.increaseSince(before, "oceanid_sink_inbox_events_total", "outcome=\"duplicate\""))
                .isEqualTo(1);
        assertThat(after.increaseSince(before, "oceanid_sink_annotation_states_total", "outcome=\"stale\""))
                .isEqualTo(1);
        assertThat(after.increaseSince(before, "oceanid_sink_commit_size_count"))
                .isEqualTo(3);
        assertThat(after.increaseSince(before, "oceanid_sink_commit_duration_seconds_count", "outcome=\"committed\""))
                .isEqualTo(3);
        assertThat(after.increaseSince(before, "oceanid_sink_store_duration_seconds_count"))
                .isEqualTo(3);
    }

    @Test
    void requestsAreTimedByRouteAndStatus() {
        sink.post("/webhook", "{}".getBytes(UTF_8));
        sink.get("/projects/123456/export?format=csv");

        Eventually.holds(() -> {
            assertThat(scrape().value(
                                    "http_server_request_duration_seconds_count",
                                    "http_route=\"/webhook\"",
                                    "http_request_method=\"POST\"",
                                    "http_response_status_code=\"204\""))
                    .isPositive();
            assertThat(scrape().value(
                                    "http_server_request_duration_seconds_bucket",
                                    "http_route=\"/projects/{id}/export\"",
                                    "le=\"0.25\""))
                    .isNotNegative();
            assertThat(scrape().value("oceanid_quarantine_waiting")).isEqualTo(1);
        });
    }

    @Test
    void thePoolOfConnectionsIsShown() {
        assertThat(scrape().value("db_client_connection_max", "db_client_connection_pool_name=\"postgresql\""))
                .isEqualTo(4);
        assertThat(scrape().value("db_client_connection_count", "db_client_connection_state=\"used\""))
                .isNotNegative();
    }

    @Test
    void noRequestMakesMoreSeriesThanThereAreRoutesAndStatuses() {
        Scrape.assertNoMoreSeries(this::ask, this::scrape);
    }

    /** What differs from request to request, where somebody out there chooses it. */
    private void ask(int i) {
        send(SentEvent.annotation(1_000 + i, "text " + i));
        sink.get("/nothing/" + i);
        sink.get("/annotations/" + (1_000 + i) + "/history");
        sink.get("/projects/" + i + "/export?format=csv");
        RawHttp.exchange(sink.port(), RawRequest.of("BREW" + i, "/webhook").end());
        RawHttp.exchange(sink.port(), RawRequest.of("GET", "/nothing?" + i).end());
    }

    private void send(SentEvent event) {
        assertThat(RawHttp.exchange(sink.port(), event.post()).status()).isEqualTo(204);
    }

    private Scrape scrape() {
        return Scrape.of(sink.get("/actuator/prometheus").body());
    }
}
