package io.oceanid.support.health;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.util.List;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What Kubernetes and Knative probe, under the names and with the answers of Spring Boot's actuator, whose discovery of
 * endpoints was an eighth of what a start takes.
 */
public final class Probes {

    private static final String BASE = "/actuator/health";

    private Probes() {}

    /** {@code /liveness} asks nobody, {@code /readiness} the checks too, and without either it is both. */
    public static RouterFunction<ServerResponse> of(ApplicationAvailability availability, List<ReadinessCheck> checks) {
        Mono<Boolean> live = Mono.fromSupplier(() -> availability.getLivenessState() == LivenessState.CORRECT);
        Mono<Boolean> accepting =
                Mono.fromSupplier(() -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
        Mono<Boolean> ready =
                all(Flux.concat(accepting, Flux.fromIterable(checks).concatMap(ReadinessCheck::isReady)));
        return probe(BASE + "/liveness", live)
                .and(probe(BASE + "/readiness", ready))
                .and(probe(BASE, all(Flux.concat(live, ready))));
    }

    private static Mono<Boolean> all(Flux<Boolean> states) {
        return states.all(Boolean::booleanValue);
    }

    private static RouterFunction<ServerResponse> probe(String path, Mono<Boolean> isUp) {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path(path)), _ -> isUp.flatMap(Probes::answer));
    }

    private static Mono<ServerResponse> answer(boolean up) {
        return ServerResponse.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
