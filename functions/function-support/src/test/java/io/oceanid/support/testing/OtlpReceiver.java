package io.oceanid.support.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Takes traces and metrics by OTLP over HTTP, in protobuf, and remembers them. */
public final class OtlpReceiver implements AutoCloseable {

    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private final List<Metric> metrics = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * A span.
     *
     * @param service that it is of
     * @param parent the id of the span that it is in; empty for none
     * @param attributes {@code name=value}, as text
     */
    public record ReceivedSpan(
            String service,
            String name,
            Span.SpanKind kind,
            String trace,
            String id,
            String parent,
            List<String> attributes) {}

    /** Starts on a free port. */
    public static OtlpReceiver start() {
        try {
            OtlpReceiver receiver =
                    new OtlpReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/v1/traces", exchange -> receiver.answer(exchange, receiver::takeTraces));
            receiver.server.createContext("/v1/metrics", exchange -> receiver.answer(exchange, receiver::takeMetrics));
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code OTEL_EXPORTER_OTLP_ENDPOINT} has it. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers the next requests with 503, and takes none of what they bring. */
    public void refuse(int requests) {
        refusals.set(requests);
    }

    /** The spans so far. */
    public List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    /** The metrics so far, one for each export. */
    public List<Metric> metrics() {
        return List.copyOf(metrics);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Taking {

        void take(byte[] body) throws IOException;
    }

    private void answer(HttpExchange exchange, Taking taking) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                taking.take(body);
            }
            exchange.sendResponseHeaders(refused ? 503 : 200, -1);
        }
    }

    private void takeMetrics(byte[] body) throws IOException {
        ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .forEach(metrics::add);
    }

    private void takeTraces(byte[] body) throws IOException {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(resource -> {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .collect(Collectors.joining());
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> received(service, span))
                    .forEach(spans::add);
        });
    }

    private static ReceivedSpan received(String service, Span span) {
        HexFormat hex = HexFormat.of();
        return new ReceivedSpan(
                service,
                span.getName(),
                span.getKind(),
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getAttributesList().stream().map(OtlpReceiver::text).toList());
    }

    private static String text(KeyValue attribute) {
        return attribute.getKey() + "=" + attribute.getValue().getStringValue();
    }
}
