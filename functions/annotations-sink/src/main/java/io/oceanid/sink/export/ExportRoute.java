package io.oceanid.sink.export;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code GET /projects/{id}/export?format=jsonl|conll|csv&spreadsheet=false|true}. What fails before the first byte is
 * answered as a problem; what fails after it breaks the transfer off, which is never taken for the end.
 */
final class ExportRoute {

    static final String PATH = "/projects/{id}/export";

    private static final Logger log = LoggerFactory.getLogger(ExportRoute.class);

    private final Exports exports;

    private ExportRoute(Exports exports) {
        this.exports = exports;
    }

    static RouterFunction<ServerResponse> of(Exports exports) {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path(PATH)), new ExportRoute(exports)::answer);
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        ExportRequest export = ExportRequest.of(name -> name.equals("id")
                ? request.pathVariable("id")
                : request.queryParams().getFirst(name));
        return request.method().equals(HttpMethod.HEAD)
                ? exports.require(export.project())
                        .then(Mono.defer(() -> head(export).build()))
                : head(export).body(BodyInserters.fromDataBuffers(body(export)));
    }

    private static ServerResponse.BodyBuilder head(ExportRequest export) {
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(export.fileName()).build();
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(export.format().contentType()))
                .headers(headers -> headers.setContentDisposition(attachment));
    }

    private Flux<DataBuffer> body(ExportRequest export) {
        return exports.read(export.project(), export.format())
                .switchOnFirst((first, chunks) ->
                        first.hasValue() ? chunks.onErrorMap(error -> brokenOff(export, error)) : chunks)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private static BrokenOffException brokenOff(ExportRequest export, Throwable error) {
        log.warn("{} is broken off", export.fileName(), error);
        return new BrokenOffException(export.fileName());
    }
}
