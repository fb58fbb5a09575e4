package io.oceanid.support.telemetry;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /actuator/prometheus}: all metrics in Prometheus' text format. */
final class ScrapeRoute {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private ScrapeRoute() {}

    static RouterFunction<ServerResponse> of(PrometheusMeterRegistry meters) {
        // a gauge may take its time
        Mono<String> scrape = Mono.fromSupplier(meters::scrape).subscribeOn(Schedulers.boundedElastic());
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/actuator/prometheus")),
                _ -> scrape.flatMap(
                        text -> ServerResponse.ok().contentType(TEXT).bodyValue(text)));
    }
}
