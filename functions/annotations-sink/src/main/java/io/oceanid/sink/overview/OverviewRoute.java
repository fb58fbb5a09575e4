package io.oceanid.sink.overview;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.support.failure.InvalidRequestException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /overview?by=hour|day} and {@code GET /projects/{id}/labels?newest=}. */
final class OverviewRoute {

    private static final int NEWEST = 1_000;
    private static final int MOST = 10_000;

    private final Overviews overviews;
    private final LabelCounts labels;

    private OverviewRoute(Overviews overviews, LabelCounts labels) {
        this.overviews = overviews;
        this.labels = labels;
    }

    static RouterFunction<ServerResponse> of(Overviews overviews, LabelCounts labels) {
        OverviewRoute route = new OverviewRoute(overviews, labels);
        return RouterFunctions.route(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/overview")), route::overview)
                .andRoute(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/projects/{id}/labels")), route::labels);
    }

    private Mono<ServerResponse> overview(ServerRequest request) {
        Bucket bucket = switch (request.queryParam("by").orElse("hour")) {
            case "hour" -> Bucket.HOUR;
            case "day" -> Bucket.DAY;
            default -> throw new InvalidRequestException("by", "by is neither hour nor day");
        };
        return overviews.by(bucket).flatMap(OverviewRoute::json);
    }

    private Mono<ServerResponse> labels(ServerRequest request) {
        long project = LiveProject.id(request.pathVariable("id"));
        String newest = request.queryParam("newest").orElse(String.valueOf(NEWEST));
        if (!newest.matches("[1-9][0-9]{0,4}") || Integer.parseInt(newest) > MOST) {
            throw new InvalidRequestException("newest", "newest is not between 1 and " + MOST);
        }
        return labels.of(project, Integer.parseInt(newest)).flatMap(OverviewRoute::json);
    }

    private static Mono<ServerResponse> json(ObjectNode body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .bodyValue(EventJson.write(body));
    }
}
