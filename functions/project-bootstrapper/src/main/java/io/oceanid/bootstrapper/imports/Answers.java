package io.oceanid.bootstrapper.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.Failure;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers with JSON at the end, or with server-sent events all along. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final Duration PACE = Duration.ofMillis(500);

    private Answers() {}

    static boolean wantsEvents(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty("Accept").stream()
                .anyMatch(accept -> accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    static Mono<Void> json(ServerHttpResponse response, Mono<ObjectNode> answer) {
        return answer.flatMap(body -> {
            byte[] bytes = EventJson.write(body);
            response.setStatusCode(HttpStatus.OK);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            response.getHeaders().setContentLength(bytes.length);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
        });
    }

    /**
     * Events {@code progress}, and at last {@code done} or {@code failed}.
     *
     * @param begun whether there is something to tell; what fails before is answered as any other request
     */
    static Mono<Void> events(
            ServerHttpResponse response,
            BooleanSupplier begun,
            Supplier<ObjectNode> progress,
            Mono<ObjectNode> answer) {
        Flux<Event> ticks = Flux.interval(PACE)
                .onBackpressureDrop()
                .filter(_ -> begun.getAsBoolean())
                .map(_ -> new Event("progress", progress.get()));
        Mono<Event> last = answer.map(report -> new Event("done", report))
                .onErrorResume(_ -> begun.getAsBoolean(), error -> Mono.just(failed(error)));
        Flux<Event> all = Flux.merge(ticks, last).takeUntil(Event::isLast);
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl("no-cache");
        return response.writeAndFlushWith(
                all.map(event -> Mono.just(response.bufferFactory().wrap(event.bytes()))));
    }

    private static Event failed(Throwable error) {
        Failure failure = Failure.of(error);
        if (failure.isOurs()) {
            log.error("an import failed", error);
        } else {
            log.warn("an import failed: {}", failure.detail());
        }
        return new Event("failed", Failure.problemOf(error));
    }

    private record Event(String name, JsonNode data) {

        boolean isLast() {
            return !name.equals("progress");
        }

        byte[] bytes() {
            return "event: %s\ndata: %s\n\n"
                    .formatted(name, EventJson.text(data))
                    .getBytes(UTF_8);
        }
    }
}
