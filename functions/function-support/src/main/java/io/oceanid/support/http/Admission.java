package io.oceanid.support.http;

import io.oceanid.support.failure.OverloadedException;
import io.oceanid.support.failure.PayloadTooLargeException;
import io.oceanid.support.failure.StalledBodyException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds memory at the door: a body may have so many bytes (413), and all bodies that are being worked on together so
 * many (429). What is let in is held until its answer is out, so nothing behind the door needs a bound of its own. Who
 * is let in and sends no more for a while is shown out (408), since others wait for the room.
 *
 * <p>Thread-safe.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class Admission implements WebFilter {

    /** No sender that is alive pauses for so long within a body. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final long maxBody;
    private final long maxInFlight;
    private final AtomicLong inFlight = new AtomicLong();

    /**
     * @param maxBody bytes of one body
     * @param maxInFlight bytes of all bodies at once; at least {@code maxBody}
     */
    public Admission(long maxBody, long maxInFlight) {
        if (maxBody <= 0 || maxInFlight < maxBody) {
            throw new IllegalArgumentException("the bytes in flight must hold at least one body of the largest size");
        }
        this.maxBody = maxBody;
        this.maxInFlight = maxInFlight;
    }

    /** Takes the codecs' own limit off, 256 KB by default: they read nothing that was not let in here. */
    public void takeOffLimit(CodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(-1);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            long announced = Math.max(0, exchange.getRequest().getHeaders().getContentLength());
            if (announced > maxBody) {
                return Mono.error(tooLarge());
            }
            Reservation reservation = new Reservation();
            if (!reservation.growTo(announced)) {
                return Mono.error(full());
            }
            ServerWebExchange counted = exchange.mutate()
                    .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                        @Override
                        public Flux<DataBuffer> getBody() {
                            return super.getBody()
                                    .timeout(PATIENCE, Mono.error(StalledBodyException::new))
                                    .doOnNext(reservation::count);
                        }
                    })
                    .build();
            return chain.filter(counted).doFinally(_ -> reservation.release());
        });
    }

    private PayloadTooLargeException tooLarge() {
        return new PayloadTooLargeException("the body is larger than the " + maxBody + " bytes this function takes");
    }

    private static OverloadedException full() {
        return new OverloadedException("too much is being worked on already");
    }

    /** The bytes of one request. Its body is read by one thread at a time, which the atomic budget does not rely on. */
    private final class Reservation {

        private long held;
        private long read;

        void count(DataBuffer buffer) {
            read += buffer.readableByteCount();
            if (read > maxBody) {
                DataBufferUtils.release(buffer);
                throw tooLarge();
            }
            if (read > held && !growTo(read)) {
                DataBufferUtils.release(buffer);
                throw full();
            }
        }

        boolean growTo(long bytes) {
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
