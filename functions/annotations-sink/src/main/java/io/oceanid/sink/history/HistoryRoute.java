package io.oceanid.sink.history;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.InvalidRequestException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /annotations/{id}/history}. */
final class HistoryRoute {

    private final Histories histories;

    private HistoryRoute(Histories histories) {
        this.histories = histories;
    }

    static RouterFunction<ServerResponse> of(Histories histories) {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/annotations/{id}/history")),
                new HistoryRoute(histories)::answer);
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        String id = request.pathVariable("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException("id", "the annotation's id is not a whole number");
        }
        return histories
                .of(Long.parseLong(id))
                .flatMap(history -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(EventJson.write(history.toJson())));
    }
}
