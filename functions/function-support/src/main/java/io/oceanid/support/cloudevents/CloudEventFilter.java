package io.oceanid.support.cloudevents;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.http.HandedOverRequest;
import io.oceanid.support.http.WholeBody;
import io.oceanid.support.telemetry.EventTrace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Reads CloudEvents in all three modes and whatever case their headers have, refuses what is none (400, 415), and hands
 * the events on in the form that {@link CloudEventHandOver} describes; raw bodies in the same form.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class CloudEventFilter implements WebFilter {

    private final String eventPath;
    private final Set<String> rawPaths;

    private CloudEventFilter(String eventPath, Set<String> rawPaths) {
        this.eventPath = eventPath;
        this.rawPaths = rawPaths;
    }

    /**
     * A filter for what comes by POST.
     *
     * @param eventPath where CloudEvents arrive
     * @param rawPaths where bodies arrive that are taken as they are
     */
    public static CloudEventFilter of(String eventPath, String... rawPaths) {
        return new CloudEventFilter(eventPath, Set.of(rawPaths));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (!request.getMethod().equals(HttpMethod.POST) || !(path.equals(eventPath) || rawPaths.contains(path))) {
            return chain.filter(exchange);
        }
        return WholeBody.of(request)
                .flatMap(body -> path.equals(eventPath)
                        ? events(exchange, chain, CloudEventCodec.decode(headers(request), body))
                        : handOver(
                                exchange,
                                chain,
                                CloudEventHandOver.writeRaw(
                                        request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), body)));
    }

    private static Mono<Void> events(ServerWebExchange exchange, WebFilterChain chain, List<CloudEvent> events) {
        return EventTrace.goingOn(
                exchange.getRequest().getHeaders(),
                events,
                handOver(exchange, chain, CloudEventHandOver.write(events)));
    }

    private static Mono<Void> handOver(ServerWebExchange exchange, WebFilterChain chain, Message<byte[]> message) {
        return chain.filter(HandedOverRequest.of(exchange, texts(message.getHeaders()), message.getPayload()));
    }

    private static Map<String, String> headers(ServerHttpRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), onlyOne(name, values)));
        return headers;
    }

    private static String onlyOne(String name, List<String> values) {
        String header = name.toLowerCase(Locale.ROOT);
        boolean matters = header.startsWith("ce-") || header.equals("content-type");
        if (matters && values.size() > 1) {
            String attribute = header.startsWith("ce-") ? header.substring(3) : header;
            throw new InvalidRequestException(attribute, attribute + " is given by more than one header");
        }
        return values.getFirst();
    }

    private static Map<String, String> texts(MessageHeaders headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
