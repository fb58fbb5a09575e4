package io.oceanid.labelstudio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.support.telemetry.Telemetry;
import io.oceanid.support.testing.SilentServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class LabelStudioClientTest {

    private static final String PAT = "head.claims.signature-7f3a";
    private static final String LEGACY = "0123456789abcdef0123456789abcdef01234567";
    private static final String PROJECTS = "GET /api/projects/";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final AtomicInteger refreshed = new AtomicInteger();

    @AutoClose
    private final FakeLabelStudio fake = FakeLabelStudio.start()
            .on(
                    "POST /api/token/refresh/",
                    _ -> Reply.json(200, "{\"access\":\"a" + refreshed.incrementAndGet() + "\"}"))
            .on(PROJECTS, _ -> Reply.json(200, "{\"count\":0}"));

    @Test
    void aPersonalAccessTokenIsChangedForAnAccessTokenOnceForAllCallers() {
        try (LabelStudioClient client = client(PAT)) {
            StepVerifier.create(Flux.range(0, 20).flatMap(_ -> client.get("/api/projects/")))
                    .expectNextCount(20)
                    .verifyComplete();
        }

        assertThat(refreshed).hasValue(1);
        assertThat(fake.asked(PROJECTS)).extracting(Asked::authorization).containsOnly("Bearer a1");
        assertThat(fake.asked("POST /api/token/refresh/").getFirst().body()).isEqualTo("{\"refresh\":\"" + PAT + "\"}");
    }

    @Test
    void anAccessTokenIsRenewedBeforeItRunsOut() {
        try (LabelStudioClient client = client(PAT)) {
            answerOf(client.get("/api/projects/"));
            now.set(now.get().plusSeconds(239));
            answerOf(client.get("/api/projects/"));
            now.set(now.get().plusSeconds(1));
            answerOf(client.get("/api/projects/"));
        }

        assertThat(fake.asked(PROJECTS))
                .extracting(Asked::authorization)
                .containsExactly("Bearer a1", "Bearer a1", "Bearer a2");
    }

    @Test
    void anAccessTokenThatIsRefusedIsRenewedAndTheCallMadeAgain() {
        fake.on(
                PROJECTS,
                asked -> "Bearer a1".equals(asked.authorization())
                        ? Reply.json(401, "{\"detail\":\"Authentication credentials were not provided.\"}")
                        : Reply.json(200, "{\"count\":0}"));

        try (LabelStudioClient client = client(PAT)) {
            assertThat(answerOf(client.get("/api/projects/")).path("count").asInt(-1))
                    .isZero();
        }

        assertThat(refreshed).hasValue(2);
    }

    @Test
    void aTokenThatIsRefusedForGoodIsToldAndNotTriedForEver() {
        fake.on(PROJECTS, _ -> Reply.json(401, "{\"detail\":\"no\"}"));

        try (LabelStudioClient client = client(PAT)) {
            failureOf(client.get("/api/projects/"), 401, "GET /api/projects/ answered 401: no");
        }

        assertThat(fake.asked(PROJECTS)).hasSize(2);
    }

    @Test
    void aPersonalAccessTokenThatLabelStudioDoesNotKnowIsTold() {
        fake.on("POST /api/token/refresh/", _ -> Reply.json(401, "{\"detail\":\"Token is blacklisted\"}"));

        try (LabelStudioClient client = client(PAT)) {
            failureOf(client.get("/api/projects/"), 401, "POST /api/token/refresh/ answered 401: Token is blacklisted");
        }
    }

    @Test
    void aLegacyTokenIsShownAsItIs() {
        try (LabelStudioClient client = client(LEGACY)) {
            answerOf(client.get("/api/projects/"));
        }

        assertThat(fake.asked()).extracting(Asked::authorization).containsExactly("Token " + LEGACY);
    }

    @Test
    void anUploadedFileIsReadAsItIs() {
        fake.on("GET /data/upload/1/a.txt", _ -> new Reply(200, "text/plain", "Fähre"));

        try (LabelStudioClient client = client(LEGACY)) {
            StepVerifier.create(client.download("/data/upload/1/a.txt").map(bytes -> new String(bytes, UTF_8)))
                    .expectNext("Fähre")
                    .verifyComplete();
            StepVerifier.create(client.download("/data/upload/1/b.txt")).verifyError(LabelStudioException.class);
        }
    }

    @Test
    void itsOwnWordsSayWhatIsWrong() {
        fake.on(
                "POST /api/predictions/",
                _ -> Reply.json(
                        400,
                        "{\"detail\":\"Validation error\",\"validation_errors\":{\"task\":[\"This field is"
                                + " required.\"]}}"));

        try (LabelStudioClient client = client(LEGACY)) {
            failureOf(
                    client.post("/api/predictions/", EventJson.read("{}")),
                    400,
                    "Validation error {\"task\":[\"This field is required.\"]}");
        }
    }

    @Test
    void aPageForPeopleIsNotQuoted() {
        try (LabelStudioClient client = client(LEGACY)) {
            failureOf(client.get("/api/nope?token=secret"), 404, "GET /api/nope answered 404: a page instead of JSON");
        }
    }

    @Test
    void whatIsGoneAlreadyNeedNotBeTakenAway() {
        try (LabelStudioClient client = client(LEGACY)) {
            StepVerifier.create(client.delete("/api/predictions/3/")).verifyComplete();
        }
    }

    @Test
    void readingIsTriedAgainWhereThatMayHelp() {
        AtomicInteger calls = new AtomicInteger();
        fake.on(PROJECTS, _ -> Reply.json(calls.incrementAndGet() < 3 ? 503 : 200, "{\"count\":0}"));

        try (LabelStudioClient client = client(LEGACY)) {
            answerOf(client.get("/api/projects/"));
        }

        assertThat(calls).hasValue(3);
    }

    @Test
    void writingIsTriedOnce() {
        fake.on("POST /api/predictions/", _ -> Reply.json(503, "{}"));

        try (LabelStudioClient client = client(LEGACY)) {
            failureOf(client.post("/api/predictions/", EventJson.read("{}")), 503, "answered 503");
        }

        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedForLongAndThenLeftAloneForAWhile() {
        try (SilentServer silent = SilentServer.start();
                LabelStudioClient client =
                        client(URI.create("http://127.0.0.1:" + silent.port()), LEGACY, Duration.ofMillis(50))) {
            for (int i = 0; i < 10; i++) {
                failureOf(client.post("/api/predictions/", EventJson.read("{}")), 0, "does not answer (not in time)");
            }
            failureOf(client.post("/api/predictions/", EventJson.read("{}")), 0, "is not asked for now");
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsNotReadToItsEnd() {
        fake.on(PROJECTS, _ -> Reply.json(200, "\"" + "x".repeat(2_000) + "\""));
        LabelStudioSettings settings =
                new LabelStudioSettings(fake.url(), LEGACY, Duration.ofSeconds(3), Duration.ofSeconds(20), 1, 1_000);

        try (LabelStudioClient client = new LabelStudioClient(settings)) {
            failureOf(client.get("/api/projects/"), 200, "is larger than 1000 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"label-studio:8080", "ftp://label-studio", "http:///x"})
    void anAddressThatIsNoneIsRefused(String url) {
        assertThatThrownBy(() -> LabelStudioSettings.of(URI.create(url), LEGACY))
                .hasMessageStartingWith("LABEL_STUDIO_URL");
    }

    @Test
    void theTokenIsNotTold() {
        assertThat(LabelStudioSettings.of(fake.url(), LEGACY).toString()).doesNotContain(LEGACY);
        assertThat(new LegacyToken(LEGACY).toString()).doesNotContain(LEGACY);
    }

    private LabelStudioClient client(String token) {
        return client(fake.url(), token, Duration.ofSeconds(20));
    }

    private LabelStudioClient client(URI url, String token, Duration patience) {
        return new LabelStudioClient(
                new LabelStudioSettings(url, token, Duration.ofSeconds(3), patience, 8, 1_000_000),
                Telemetry.none(),
                now::get);
    }

    private static JsonNode answerOf(Mono<JsonNode> call) {
        return java.util.Objects.requireNonNull(call.block(Duration.ofSeconds(20)));
    }

    private static void failureOf(Mono<JsonNode> call, int status, String words) {
        StepVerifier.create(call).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(LabelStudioException.class).hasMessageContaining(words);
            assertThat(((LabelStudioException) error).status()).isEqualTo(status);
            assertThat(error.getMessage()).doesNotContain("secret", PAT, LEGACY);
        });
    }
}
