package io.oceanid.sink.reconcile;

import io.oceanid.support.http.WholeBody;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /reconcile?project=…&full=true|false}, answered at the end. A caller that hangs up stops the sweep. */
final class ReconcileRoute {

    static final String PATH = "/reconcile";

    private final ReconcilerAccess access;

    private ReconcileRoute(ReconcilerAccess access) {
        this.access = access;
    }

    /** @param access fails where there is no Label Studio to read from */
    static RouterFunction<ServerResponse> of(ReconcilerAccess access) {
        return RouterFunctions.route()
                .POST(PATH, new ReconcileRoute(access)::answer)
                .build();
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        return WholeBody.of(request.exchange().getRequest())
                .map(body -> ReconcileRequest.of(request.queryParams(), body))
                .flatMap(this::report)
                .flatMap(report -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(report.json().toString()));
    }

    private Mono<Report> report(ReconcileRequest request) {
        Long project = request.project();
        return project == null
                ? access.reconciler().all(request.full(), null)
                : access.reconciler().project(project, request.full());
    }
}
