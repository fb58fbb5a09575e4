package io.oceanid.support.cloudevents;

import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnsupportedContentException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.messaging.Message;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
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
        requireIdentity(request.getHeaders());
        return DataBufferUtils.join(request.getBody())
                .map(CloudEventFilter::takeBytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> path.equals(eventPath)
                        ? CloudEventHandOver.write(CloudEventCodec.decode(headers(request), body))
                        : CloudEventHandOver.writeRaw(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), body))
                .map(message -> new HandedOver(exchange, message))
                .flatMap(handedOver ->
                        chain.filter(exchange.mutate().request(handedOver).build()));
    }

    private static byte[] takeBytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
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

    /** Compressed bodies are refused unread: they would pass the limit of bytes, and secrets in them unseen. */
    private static void requireIdentity(HttpHeaders headers) {
        if (!headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase)) {
            throw new UnsupportedContentException(
                    "content-encoding", "content-encoding must be absent: send the body as it is, not compressed");
        }
    }

    private static final class HandedOver extends ServerHttpRequestDecorator {

        private final HttpHeaders headers = new HttpHeaders();
        private final Flux<DataBuffer> body;

        HandedOver(ServerWebExchange exchange, Message<byte[]> message) {
            super(exchange.getRequest());
            message.getHeaders().forEach((name, value) -> {
                if (value instanceof String text) {
                    headers.set(name, text);
                }
            });
            headers.setContentLength(message.getPayload().length);
            body = Flux.defer(
                    () -> Flux.just(exchange.getResponse().bufferFactory().wrap(message.getPayload())));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body;
        }
    }
}
