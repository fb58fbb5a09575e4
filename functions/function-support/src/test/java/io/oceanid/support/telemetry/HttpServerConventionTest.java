package io.oceanid.support.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

class HttpServerConventionTest {

    private final HttpServerConvention convention = new HttpServerConvention();

    @Test
    void aMethodThatNobodyKnowsAndAPathThatNobodyServesAreNotNamed() {
        assertThat(convention.getLowCardinalityKeyValues(context("BREW", HttpStatus.NOT_FOUND)))
                .contains(
                        KeyValue.of("http.request.method", "_OTHER"),
                        KeyValue.of("http.route", "none"),
                        KeyValue.of("http.response.status_code", "404"),
                        KeyValue.of("error.type", "none"));
    }

    @Test
    void onlyWhatTheServerFailedAtIsAnError() {
        assertThat(convention.getLowCardinalityKeyValues(context("POST", HttpStatus.SERVICE_UNAVAILABLE)))
                .contains(KeyValue.of("error.type", "503"));
    }

    @Test
    void aRequestThatWasHungUpOnHasNoStatus() {
        ServerRequestObservationContext context = context("POST", HttpStatus.OK);
        context.setConnectionAborted(true);

        assertThat(convention.getLowCardinalityKeyValues(context))
                .contains(KeyValue.of("http.response.status_code", "none"), KeyValue.of("error.type", "aborted"));
    }

    @Test
    void micrometersNameForAnErrorGivesWayToOpenTelemetrys() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.config().meterFilter(new ErrorType());

        meters.counter("a", "error", "IOException");
        meters.counter("b", "error", "IOException", "error.type", "503");

        assertThat(meters.get("a").counter().getId().getTag("error.type")).isEqualTo("IOException");
        assertThat(meters.get("b").counter().getId().getTags()).hasSize(1);
        assertThat(meters.get("b").counter().getId().getTag("error.type")).isEqualTo("503");
    }

    private static ServerRequestObservationContext context(String method, HttpStatus status) {
        MockServerHttpResponse response = new MockServerHttpResponse();
        response.setStatusCode(status);
        return new ServerRequestObservationContext(
                MockServerHttpRequest.method(HttpMethod.valueOf(method), "/x/1").build(), response, new HashMap<>());
    }
}
