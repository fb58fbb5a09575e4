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

/** {@code GET /} and what it is made of, {@code GET /page/{file}}. */
final class PageRoute {

    /** Nothing but these files is loaded or run, nor asked but this function, and no other page frames it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final PageFile page = PageFile.read("page.html");
    private final Map<String, PageFile> parts = Stream.of(
                    "page.js",
                    "plot.js",
                    "table.js",
                    "page.css",
                    "icon.svg",
                    "uplot.js",
                    "uplot.css",
                    "uplot-license.txt")
            .map(PageFile::read)
            .collect(Collectors.toMap(PageFile::name, Function.identity()));

    private PageRoute() {}

    static RouterFunction<ServerResponse> create() {
        PageRoute route = new PageRoute();
        return RouterFunctions.route(
                        methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/")), request -> answer(request, route.page))
                .andRoute(methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/page/{file}")), route::part);
    }

    private Mono<ServerResponse> part(ServerRequest request) {
        PageFile file = parts.get(request.pathVariable("file"));
        if (file == null) {
            throw new UnknownResourceException("the page has no such file");
        }
        return answer(request, file);
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
