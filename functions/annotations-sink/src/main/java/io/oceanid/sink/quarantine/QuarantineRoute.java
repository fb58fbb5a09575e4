package io.oceanid.sink.quarantine;

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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /quarantine?limit=&after=} and {@code POST /quarantine/replay?id=}. */
final class QuarantineRoute {

    private static final int MOST = 1_000;

    private final QuarantineList list;
    private final Replays replays;

    private QuarantineRoute(QuarantineList list, Replays replays) {
        this.list = list;
        this.replays = replays;
    }

    static RouterFunction<ServerResponse> of(QuarantineList list, Replays replays) {
        QuarantineRoute route = new QuarantineRoute(list, replays);
        return RouterFunctions.route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/quarantine")), route::list)
                .andRoute(methods(HttpMethod.POST).and(path("/quarantine/replay")), route::replay);
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        long limit = number(request, "limit", 100);
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequestException("limit", "limit is not between 1 and " + MOST);
        }
        return list.page(number(request, "after", 0), (int) limit).flatMap(QuarantineRoute::json);
    }

    private Mono<ServerResponse> replay(ServerRequest request) {
        return (request.queryParam("id").isPresent() ? replays.one(number(request, "id", 0)) : replays.next())
                .map(outcome -> JsonNodeFactory.instance
                        .objectNode()
                        .put("replayed", outcome.replayed())
                        .put("failed", outcome.failed())
                        .put("left", outcome.left()))
                .flatMap(QuarantineRoute::json);
    }

    private static Mono<ServerResponse> json(ObjectNode body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(EventJson.write(body));
    }

    private static long number(ServerRequest request, String name, long otherwise) {
        return request.queryParam(name)
                .map(value -> {
                    if (!value.matches("[0-9]{1,18}")) {
                        throw new InvalidRequestException(name, name + " is not a whole number");
                    }
                    return Long.parseLong(value);
                })
                .orElse(otherwise);
    }
}
