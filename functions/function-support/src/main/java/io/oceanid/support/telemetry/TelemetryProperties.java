package io.oceanid.support.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces and metrics are pushed to, by OTLP over HTTP; set by the variables of OpenTelemetry's specification. Shows
 * no header when printed.
 *
 * @param endpoint of a collector, below which {@code /v1/traces} and {@code /v1/metrics} are; nothing is pushed without
 * @param tracesEndpoint of traces, if elsewhere
 * @param metricsEndpoint of metrics, if elsewhere
 * @param tracesExporter {@code otlp}, or {@code none} for no traces
 * @param metricsExporter {@code otlp}, or {@code none} to push no metrics
 * @param headers {@code name=value,…}, percent-encoded, that go along, such as a credential
 * @param timeoutMillis of one export
 * @param metricInterval milliseconds between two exports of metrics
 * @param sampled the part of the traces begun here that is kept; traces begun elsewhere are kept as was decided there
 * @param serviceName this function's
 * @param resourceAttributes {@code name=value,…} of this instance
 * @param disabled pushes nothing, whatever else is set
 */
@ConfigurationProperties("oceanid.telemetry")
record TelemetryProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String tracesEndpoint,
        @DefaultValue("") String metricsEndpoint,
        @DefaultValue("otlp") String tracesExporter,
        @DefaultValue("otlp") String metricsExporter,
        @DefaultValue("") String headers,
        @DefaultValue("10000") int timeoutMillis,
        @DefaultValue("60000") int metricInterval,
        @DefaultValue("1.0") double sampled,
        @DefaultValue("oceanid") String serviceName,
        @DefaultValue("") String resourceAttributes,
        @DefaultValue("false") boolean disabled) {

    TelemetryProperties {
        requireUrl("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
        requireUrl("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", tracesEndpoint);
        requireUrl("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", metricsEndpoint);
        requireExporter("OTEL_TRACES_EXPORTER", tracesExporter);
        requireExporter("OTEL_METRICS_EXPORTER", metricsExporter);
        pairs("OTEL_EXPORTER_OTLP_HEADERS", headers);
        pairs("OTEL_RESOURCE_ATTRIBUTES", resourceAttributes);
        if (timeoutMillis < 1 || metricInterval < 1) {
            throw new IllegalArgumentException(
                    (timeoutMillis < 1 ? "OTEL_EXPORTER_OTLP_TIMEOUT" : "OTEL_METRIC_EXPORT_INTERVAL")
                            + " must be at least 1, in milliseconds");
        }
        if (!(sampled >= 0 && sampled <= 1)) {
            throw new IllegalArgumentException("OTEL_TRACES_SAMPLER_ARG is no number from 0 to 1");
        }
    }

    /** Where traces go; empty for nowhere. */
    Optional<String> traces() {
        return url(tracesExporter, tracesEndpoint, "/v1/traces");
    }

    /** Where metrics go; empty for nowhere. */
    Optional<String> metrics() {
        return url(metricsExporter, metricsEndpoint, "/v1/metrics");
    }

    Map<String, String> headersByName() {
        return pairs("OTEL_EXPORTER_OTLP_HEADERS", headers);
    }

    Duration timeout() {
        return Duration.ofMillis(timeoutMillis);
    }

    /** This instance, told apart from others of its name. */
    Resource resource() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("service.instance.id", UUID.randomUUID().toString());
        named.putAll(pairs("OTEL_RESOURCE_ATTRIBUTES", resourceAttributes));
        named.putIfAbsent("service.name", serviceName);
        AttributesBuilder attributes = Attributes.builder();
        named.forEach(attributes::put);
        return Resource.create(attributes.build());
    }

    /** Less the headers. */
    @Override
    public String toString() {
        return "TelemetryProperties[" + endpoint + "]";
    }

    private Optional<String> url(String exporter, String own, String path) {
        if (disabled || exporter.equals("none")) {
            return Optional.empty();
        }
        if (!own.isBlank()) {
            return Optional.of(own.strip());
        }
        return endpoint.isBlank()
                ? Optional.empty()
                : Optional.of(endpoint.strip().replaceAll("/+$", "") + path);
    }

    private static void requireUrl(String name, String url) {
        if (!url.isBlank() && !url.strip().matches("https?://[^\\s/?#@]+[^\\s?#@]*")) {
            throw new IllegalArgumentException(name + " is no http:// or https:// URL without user and query");
        }
        if (!url.isBlank() && URI.create(url.strip()).getHost() == null) {
            throw new IllegalArgumentException(name + " names no host");
        }
    }

    private static void requireExporter(String name, String exporter) {
        if (!exporter.equals("otlp") && !exporter.equals("none")) {
            throw new IllegalArgumentException(name + " is neither otlp nor none");
        }
    }

    /** What it says quotes no value. */
    private static Map<String, String> pairs(String name, String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : list.isBlank() ? new String[0] : list.split(",", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException(name + " is not like name=value,name=value");
            }
            pairs.put(parts[0].strip(), decoded(name, parts[1].strip()));
        }
        return pairs;
    }

    private static String decoded(String name, String value) {
        try {
            // a plus is one: these are no forms
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(name + " has a value that is not percent-encoded");
        }
    }
}
