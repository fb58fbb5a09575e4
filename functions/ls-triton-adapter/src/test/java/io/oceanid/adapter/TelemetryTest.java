package io.oceanid.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.FakeRequest;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.adapter.testing.ToyTriton;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.OtlpReceiver;
import io.oceanid.support.testing.OtlpReceiver.ReceivedSpan;
import io.oceanid.support.testing.Scrape;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an operator sees of the adapter. */
@TestInstance(Lifecycle.PER_CLASS)
class TelemetryTest {

    private static final String INFER = "/v2/models/" + ToyTriton.TEXTS + "/infer";

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final ToyTriton triton = ToyTriton.start().texts(8, _ -> "[]");
    private final TestAdapter adapter = TestAdapter.start(
            "--TRITON_BASE_URL=" + triton.url(),
            "--DEFAULT_MODEL=" + ToyTriton.TEXTS,
            "--OTEL_EXPORTER_OTLP_ENDPOINT=" + receiver.url(),
            "--OTEL_METRICS_EXPORTER=none");

    @AfterAll
    void stop() {
        adapter.close();
        triton.close();
        receiver.close();
    }

    @Test
    void aPredictionAndWhatTritonIsAskedForItAreOneTrace() {
        predict(1, "");
        FakeRequest asked = triton.fake().requests(INFER).getLast();
        String[] traceparent = asked.headers().getOrDefault("traceparent", "").split("-", -1);
        assertThat(traceparent).hasSize(4);

        Eventually.holds(
                () -> assertThat(named("POST /predict", traceparent[1])).hasSize(1));

        ReceivedSpan predict = named("POST /predict", traceparent[1]).getFirst();
        ReceivedSpan call = receiver.spans().stream()
                .filter(span -> span.id().equals(traceparent[2]))
                .findFirst()
                .orElseThrow();
        assertThat(predict.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
        assertThat(predict.service()).isEqualTo("ls-triton-adapter");
        assertThat(predict.parent()).isEmpty();
        assertThat(call.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(call.attributes()).contains("peer.service=triton", "http.response.status_code=200");
        assertThat(call.trace()).isEqualTo(predict.trace());
        assertThat(call.parent()).isEqualTo(predict.id());
    }

    @Test
    void theTraceOfWhoeverAsksGoesOn() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        predict(1, "00-" + trace + "-b7ad6b7169203331-01");

        assertThat(triton.fake().requests(INFER).getLast().headers().get("traceparent"))
                .startsWith("00-" + trace + "-");
    }

    @Test
    void theRequestsToAModelAreMeasured() {
        Scrape before = scrape();
        predict(20, "");

        Scrape after = scrape();
        String model = "model=\"" + ToyTriton.TEXTS + "\"";
        assertThat(after.increaseSince(before, "oceanid_inference_duration_seconds_count", model, "outcome=\"done\""))
                .isEqualTo(3);
        assertThat(after.increaseSince(before, "oceanid_inference_batch_size_sum", model))
                .isEqualTo(20);
        assertThat(after.increaseSince(before, "oceanid_inference_batch_fill_sum", model))
                .isEqualTo(2.5);
        assertThat(after.value("resilience4j_circuitbreaker_state", "name=\"triton\"", "state=\"closed\""))
                .isEqualTo(1);
        assertThat(after.value("http_client_open_connections", "peer_service=\"triton\""))
                .isPositive();
        assertThat(after.increaseSince(before, "http_client_request_duration_seconds_count", "peer_service=\"triton\""))
                .isEqualTo(3);
    }

    @Test
    void noRequestMakesMoreSeries() {
        Scrape.assertNoMoreSeries(this::ask, this::scrape);
    }

    /** What differs from request to request, where somebody out there chooses it. */
    private void ask(int i) {
        adapter.post("/predict", request(1, ",\"model\":\"no-such-" + i + "\""));
        adapter.get("/nothing/" + i);
        predict(1, "");
    }

    private void predict(int tasks, String traceparent) {
        var answer = adapter.post("/predict", request(tasks, ""), "traceparent", traceparent);
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String request(int tasks, String more) {
        return "{\"label_config\":\"<View><Labels name='l' toName='t'><Label value='PORT'/></Labels><Text name='t'"
                + " value='$text'/></View>\",\"tasks\":["
                + IntStream.range(0, tasks)
                        .mapToObj(i -> "{\"id\":" + i + ",\"data\":{\"text\":\"to Santos " + i + "\"}}")
                        .collect(Collectors.joining(","))
                + "]" + more + "}";
    }

    private List<ReceivedSpan> named(String name, String trace) {
        return receiver.spans().stream()
                .filter(span -> span.name().equals(name) && span.trace().equals(trace))
                .toList();
    }

    private Scrape scrape() {
        return Scrape.of(adapter.get("/actuator/prometheus").body());
    }
}
