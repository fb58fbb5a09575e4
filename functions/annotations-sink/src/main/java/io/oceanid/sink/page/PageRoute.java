package io.oceanid.sink.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.oceanid.support.failure.UnknownResourceException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /} and what it is made of, {@code GET /page/{file}}. */
final class PageRoute {

    /** Nothing but these files is loaded or run, nor asked but this function, and no other page frames it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Mono<PageFile> page = file("page.html");
    private final Map<String, Mono<PageFile>> parts = Stream.of(
                    "page.js",
                    "plot.js",
                    "table.js",
                    "page.css",
                    "icon.svg",
                    "uplot.js",
                    "uplot.css",
                    "uplot-license.txt")
            .collect(Collectors.toMap(Function.identity(), PageRoute::file));

    private PageRoute() {}

    static RouterFunction<ServerResponse> create() {
        PageRoute route = new PageRoute();
        return RouterFunctions.route(
                        methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/")), request -> answer(request, route.page))
                .andRoute(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/page/{file}")), route::part);
    }

    /** Read when it is asked for first: most starts are for events. */
    private static Mono<PageFile> file(String name) {
        return Mono.fromCallable(() -> PageFile.read(name))
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
    }

    private Mono<ServerResponse> part(ServerRequest request) {
        Mono<PageFile> file = parts.get(request.pathVariable("file"));
        if (file == null) {
            throw new UnknownResourceException("the page has no such file");
        }
        return answer(request, file);
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Mono<PageFile> file) {
        return file.flatMap(read -> answer(request, read));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, PageFile file) {
        return request.checkNotModified("\"" + file.tag() + "\"")
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(file.type())
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(file.tag())
                        .headers(PageRoute::guard)
                        .body(BodyInserters.fromDataBuffers(Mono.fromSupplier(file::body)))));
    }

    private static void guard(HttpHeaders headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
