package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.yaml.JsonOrYaml;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.http.HandedOverRequest;
import io.oceanid.support.http.WholeBody;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands declarations, JSON or YAML, and the options of the query to the functions as one JSON text:
 * {@code {"declaration": …, "force": …, "prune": …, "project": …}}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class DeclarationFilter implements WebFilter {

    private static final Set<String> PATHS = Set.of("/plan", "/apply", "/create");

    /** Called text, since Spring Cloud Function leaves that alone. */
    private static final Map<String, String> HEADERS = Map.of(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getMethod().equals(HttpMethod.POST)
                || !PATHS.contains(request.getPath().value())) {
            return chain.filter(exchange);
        }
        return WholeBody.of(request)
                .map(body -> handedOver(body, request.getQueryParams()))
                .flatMap(body -> chain.filter(HandedOverRequest.of(exchange, HEADERS, body)));
    }

    private static byte[] handedOver(byte[] body, MultiValueMap<String, String> query) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("declaration", JsonOrYaml.read("declaration", body));
        query.forEach((name, values) -> {
            switch (name) {
                case "force", "prune" -> all.put(name, flag(name, values.getFirst()));
                case "project" -> all.put(name, id(values.getFirst()));
                default ->
                    throw new InvalidRequestException(name, name + " is no parameter; there are force, prune, project");
            }
        });
        return EventJson.write(all);
    }

    private static boolean flag(String name, String value) {
        return switch (value == null ? "" : value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequestException(name, name + " is to be true or false");
        };
    }

    private static long id(String value) {
        if (value == null || !value.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidRequestException("project", "project is to be the number of a project");
        }
        return Long.parseLong(value);
    }
}
