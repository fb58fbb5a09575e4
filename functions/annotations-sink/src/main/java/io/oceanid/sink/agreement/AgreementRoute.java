package io.oceanid.sink.agreement;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.support.failure.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /projects/{id}/agreement?newest=}. */
final class AgreementRoute {

    private final Agreements agreements;

    private AgreementRoute(Agreements agreements) {
        this.agreements = agreements;
    }

    static RouterFunction<ServerResponse> of(Agreements agreements) {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/projects/{id}/agreement")),
                new AgreementRoute(agreements)::answer);
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        long project = LiveProject.id(request.pathVariable("id"));
        return agreements
                .of(project, newest(request))
                .flatMap(agreement -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(EventJson.write(agreement.toJson())));
    }

    private static @Nullable Integer newest(ServerRequest request) {
        return request.queryParam("newest")
                .map(value -> {
                    if (!value.matches("[1-9][0-9]{0,8}")) {
                        throw new InvalidRequestException("newest", "newest is not a whole number from 1 to 999999999");
                    }
                    return Integer.valueOf(value);
                })
                .orElse(null);
    }
}
