package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.oceanid.source.testing.Behaviour;
import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import io.oceanid.support.testing.Scrape;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of webhooks and posts, counted. */
class MetersTest {

    private static final String UPDATED = "io.oceanid.labelstudio.annotation.updated.v1";

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source =
            TestSource.start(broker.url(), "--oceanid.source.budget=3s", "--oceanid.source.broker.answer-timeout=15s");

    @AfterEach
    void stop() {
        source.close();
        broker.close();
    }

    @Test
    void webhooksAreCountedByWhatBecameOfThem() {
        source.send(Webhooks.annotation(1));
        source.send(Webhooks.annotation(2));
        source.send("{}");
        source.exchange(RawRequest.post("/webhook").body("{}"));
        broker.behave(Behaviour.answering(400));
        source.send(Webhooks.annotation(3));
        broker.behave(Behaviour.answering(202).after(Duration.ofSeconds(60)));
        source.send(Webhooks.annotation(4));
        try (RawHttp gone = RawHttp.connect(source.port())) {
            gone.send(TestSource.webhook().body(Webhooks.annotation(5)).bytes());
            Eventually.holds(() -> assertThat(broker.posts()).hasSize(5));
        }
        source.get("/health");

        assertThat(webhooks("accepted")).isEqualTo(2);
        assertThat(webhooks("unreadable")).isEqualTo(1);
        assertThat(webhooks("unauthenticated")).isEqualTo(1);
        assertThat(webhooks("undelivered")).isEqualTo(2);
        Eventually.holds(() -> assertThat(webhooks("abandoned")).isEqualTo(1));
    }

    @Test
    void postsAreTimedByOutcomeAndType() {
        source.send(Webhooks.annotation(1));
        source.send(Webhooks.tasks(2));
        source.send("{\"action\":\"COFFEE_MADE\",\"cups\":1}");
        broker.behave(Behaviour.answering(503));
        source.send(Webhooks.annotation(3));
        broker.behave(Behaviour.answering(202).after(Duration.ofSeconds(60)));
        source.send(Webhooks.annotation(4));

        assertThat(posts("accepted", UPDATED).count()).isEqualTo(1);
        assertThat(posts("accepted", "io.oceanid.labelstudio.tasks.created.v1").count())
                .isEqualTo(1);
        assertThat(posts("accepted", "io.oceanid.labelstudio.unknown.v1").count())
                .isEqualTo(1);
        assertThat(posts("unavailable", UPDATED).count()).isEqualTo(2);
        Eventually.holds(() -> {
            assertThat(posts("late", UPDATED).count()).isEqualTo(1);
            assertThat(posts("late", UPDATED).totalTime(TimeUnit.SECONDS)).isGreaterThan(1);
        });
    }

    @Test
    void noWebhookMakesMoreSeriesThanThereAreOutcomesAndTypes() {
        Scrape.assertNoMoreSeries(this::ask, this::scrape);
    }

    /** What differs from webhook to webhook, where somebody out there chooses it. */
    private void ask(int i) {
        source.send(Webhooks.annotation(1_000 + i));
        source.send("{\"action\":\"COFFEE_MADE_%d\",\"cups\":1}".formatted(i));
        source.get("/nothing/" + i);
    }

    private Scrape scrape() {
        return Scrape.of(source.get("/actuator/prometheus").body());
    }

    private double webhooks(String outcome) {
        var counter = source.bean(MeterRegistry.class)
                .find("oceanid.source.webhooks")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private Timer posts(String outcome, String type) {
        Timer timer = source.bean(MeterRegistry.class)
                .find("oceanid.source.post.duration")
                .tag("outcome", outcome)
                .tag("type", type)
                .timer();
        assertThat(timer).as(outcome + " " + type).isNotNull();
        return Objects.requireNonNull(timer);
    }
}
