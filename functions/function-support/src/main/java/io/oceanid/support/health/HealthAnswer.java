package io.oceanid.support.health;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.events.json.EventJson;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /health}, and so HEAD: <code>{"ok":true}</code> and what else the function has to say; 503 where something is not so. */
public final class HealthAnswer {

    private HealthAnswer() {}

    /** @param parts name → whether it is well, in the order of the answer; asked anew each time */
    public static RouterFunction<ServerResponse> route(Mono<? extends Map<String, Boolean>> parts) {
        return route(parts, Map.of());
    }

    /** The answer of a function that needs nobody to be well, and what else callers look for in it. */
    public static RouterFunction<ServerResponse> alwaysWell(Map<String, String> beside) {
        return route(Mono.just(Map.of()), beside);
    }

    private static RouterFunction<ServerResponse> route(
            Mono<? extends Map<String, Boolean>> parts, Map<String, String> beside) {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/health")),
                _ -> parts.flatMap(known -> answer(known, beside)));
    }

    private static Mono<ServerResponse> answer(Map<String, Boolean> parts, Map<String, String> beside) {
        boolean ok = parts.values().stream().allMatch(Boolean::booleanValue);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("ok", ok);
        parts.forEach(body::put);
        beside.forEach(body::put);
        return ServerResponse.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(EventJson.text(body));
    }
}
