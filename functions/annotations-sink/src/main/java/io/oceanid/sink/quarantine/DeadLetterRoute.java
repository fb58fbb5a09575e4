package io.oceanid.sink.quarantine;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.sink.intake.Intake;
import io.oceanid.support.http.WholeBody;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /deadletters}: what a Trigger's {@code deadLetterSink} names. 204 once they are kept. */
final class DeadLetterRoute {

    private final Intake intake;

    private DeadLetterRoute(Intake intake) {
        this.intake = intake;
    }

    static RouterFunction<ServerResponse> of(Intake intake) {
        return RouterFunctions.route(
                methods(HttpMethod.POST).and(path("/deadletters")), new DeadLetterRoute(intake)::take);
    }

    private Mono<ServerResponse> take(ServerRequest request) {
        return WholeBody.of(request.exchange().getRequest())
                .map(body -> CloudEventCodec.decode(headers(request.headers().asHttpHeaders()), body))
                .flatMap(intake::acceptDeadLetters)
                .then(Mono.defer(() -> ServerResponse.noContent().build()));
    }

    /** A header that is given more than once is one list, as HTTP has it. */
    private static Map<String, String> headers(HttpHeaders all) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.forEach((name, values) -> headers.put(name, String.join(",", values)));
        return headers;
    }
}
