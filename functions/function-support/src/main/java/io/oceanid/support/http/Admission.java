package io.oceanid.support.http;

import io.oceanid.support.failure.OverloadedException;
import io.oceanid.support.failure.PayloadTooLargeException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds memory at the door: a body may have so many bytes (413), and all bodies that are being worked on together so
 * many (429). What is let in is held until its answer is out, so nothing behind the door needs a bound of its own: but
 * for streamed routes, whose bodies nobody holds in memory. They have a limit of their own for one body, and none for all.
 *
 * <p>Thread-safe.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class Admission implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    /** Reactor's key of the hook for errors that come when all is over. */
    private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

    private final long maxBody;
    private final long maxInFlight;
    private final List<Route> streamed;
    private final long maxStreamed;
    private final AtomicLong inFlight = new AtomicLong();

    /**
     * @param maxBody bytes of one body
     * @param maxInFlight bytes of all bodies at once; at least {@code maxBody}
     */
    public Admission(long maxBody, long maxInFlight) {
        this(maxBody, maxInFlight, maxBody, List.of());
    }

    private Admission(long maxBody, long maxInFlight, long maxStreamed, List<Route> streamed) {
        if (maxBody <= 0 || maxInFlight < maxBody) {
            throw new IllegalArgumentException("the bytes in flight must hold at least one body of the largest size");
        }
        this.maxBody = maxBody;
        this.maxInFlight = maxInFlight;
        this.maxStreamed = maxStreamed;
        this.streamed = List.copyOf(streamed);
    }

    /**
     * One that lets bodies of these routes through as they come. Whoever takes them keeps none of them in memory, and
     * relies on no codec's limit.
     *
     * @param maxBytes of one such body
     */
    public Admission streaming(long maxBytes, Route... routes) {
        return new Admission(maxBody, maxInFlight, maxBytes, List.of(routes));
    }

    /** Takes the codecs' own limit off, 256 KB by default: they read nothing that was not let in here. */
    public void takeOffLimit(CodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(-1);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // the room is given back before the last signal, so it is there again when the answer is
        return Mono.using(
                () -> reserve(exchange.getRequest()),
                reservation -> chain.filter(counted(exchange, reservation)),
                Reservation::release);
    }

    private Reservation reserve(ServerHttpRequest request) {
        long announced = Math.max(0, request.getHeaders().getContentLength());
        boolean passes = isStreamed(request);
        Reservation reservation = new Reservation(passes ? maxStreamed : maxBody, !passes);
        if (announced > reservation.limit) {
            throw tooLarge(reservation.limit);
        }
        if (!reservation.growTo(announced)) {
            throw full();
        }
        return reservation;
    }

    private boolean isStreamed(ServerHttpRequest request) {
        String path = request.getPath().value();
        return streamed.stream().anyMatch(route -> route.takes(request.getMethod()) && route.hasPath(path));
    }

    private static ServerWebExchange counted(ServerWebExchange exchange, Reservation reservation) {
        ServerHttpRequest request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody()
                        .doOnNext(reservation::count)
                        .contextWrite(
                                context -> context.put(ON_ERROR_DROPPED, (Consumer<Throwable>) Admission::toldTwice));
            }
        };
        return exchange.mutate().request(request).build();
    }

    /** A connection that breaks within a body says so twice, the second time to nobody; Reactor makes an error of it. */
    private static void toldTwice(Throwable broken) {
        log.debug("a body ended early: {}", broken.getMessage());
    }

    private static PayloadTooLargeException tooLarge(long limit) {
        return new PayloadTooLargeException("the body is larger than the " + limit + " bytes this function takes");
    }

    private static OverloadedException full() {
        return new OverloadedException("too much is being worked on already");
    }

    /** The bytes of one request. Its body is read by one thread at a time, which the atomic budget does not rely on. */
    private final class Reservation {

        private final long limit;
        private final boolean holds;
        private long held;
        private long read;

        Reservation(long limit, boolean holds) {
            this.limit = limit;
            this.holds = holds;
        }

        void count(DataBuffer buffer) {
            read += buffer.readableByteCount();
            if (read > limit) {
                DataBufferUtils.release(buffer);
                throw tooLarge(limit);
            }
            if (read > held && !growTo(read)) {
                DataBufferUtils.release(buffer);
                throw full();
            }
        }

        boolean growTo(long bytes) {
            if (!holds) {
                return true;
            }
            long more = bytes - held;
            if (inFlight.addAndGet(more) > maxInFlight) {
                inFlight.addAndGet(-more);
                return false;
            }
            held = bytes;
            return true;
        }

        void release() {
            inFlight.addAndGet(-held);
        }
    }
}
