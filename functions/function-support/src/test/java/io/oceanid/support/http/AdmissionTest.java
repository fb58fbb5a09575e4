package io.oceanid.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.oceanid.support.failure.OverloadedException;
import io.oceanid.support.failure.PayloadTooLargeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AdmissionTest {

    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
    private static final WebFilterChain READ_ALL =
            exchange -> DataBufferUtils.join(exchange.getRequest().getBody())
                    .doOnNext(DataBufferUtils::release)
                    .then();

    private final Admission admission = new Admission(60, 100);

    @Test
    void theRoomMustHoldTheLargestBody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(60, 59));
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(0, 59));
    }

    @Test
    void aBodyWithinItsLimitIsLetIn() {
        verify(announcing(60), READ_ALL).verifyComplete();
        verify(sending(bytes(30), bytes(30)), READ_ALL).verifyComplete();
        assertRoomFor(60);
    }

    @Test
    void aBodyAnnouncedBeyondItsLimitIsRefusedUnread() {
        verify(announcing(61), _ -> Mono.error(new AssertionError("let in")))
                .verifyError(PayloadTooLargeException.class);
        assertRoomFor(60);
    }

    @Test
    void aBodyThatTurnsOutBeyondItsLimitIsRefusedAndItsBuffersAreReleased() {
        ByteBuf first = bytes(40);
        ByteBuf second = bytes(40);

        verify(sending(first, second), READ_ALL).verifyError(PayloadTooLargeException.class);

        assertThat(first.refCnt()).isZero();
        assertThat(second.refCnt()).isZero();
        assertRoomFor(60);
    }

    @Test
    void whatDoesNotFitBesideTheRestIsRefused() {
        Sinks.Empty<Void> firstIsDone = Sinks.empty();
        ByteBuf unannounced = bytes(45);
        StepVerifier.create(admission.filter(announcing(60), _ -> firstIsDone.asMono()))
                .then(() -> verify(announcing(41), READ_ALL).verifyError(OverloadedException.class))
                .then(() -> verify(sending(unannounced), READ_ALL).verifyError(OverloadedException.class))
                .then(() -> verify(announcing(40), READ_ALL).verifyComplete())
                .then(firstIsDone::tryEmitEmpty)
                .verifyComplete();
        assertThat(unannounced.refCnt()).isZero();
        assertRoomFor(60);
    }

    @Test
    void whatIsLetInHoldsItsRoomUntilItIsCancelled() {
        StepVerifier.create(admission.filter(announcing(60), _ -> Mono.never()))
                .then(() -> verify(announcing(60), READ_ALL).verifyError(OverloadedException.class))
                .thenCancel()
                .verify();
        assertRoomFor(60);
    }

    @Test
    void anErrorGivesTheRoomBackBeforeItIsAnswered() {
        Mono<Void> answered = admission
                .filter(announcing(60), _ -> Mono.error(new IllegalStateException()))
                .onErrorResume(_ -> admission.filter(announcing(60), READ_ALL));

        StepVerifier.create(answered).verifyComplete();
    }

    @Test
    void streamedBodiesHaveALimitOfTheirOwnAndTakeNoRoom() {
        Admission streaming = admission.streaming(200, Route.post("/files/{id}"));
        WebFilterChain nested = _ -> streaming
                .filter(announcing(60), READ_ALL)
                .then(streaming.filter(post("/files/2", bytes(150), bytes(50)), READ_ALL));

        StepVerifier.create(streaming.filter(post("/files/1", bytes(200)), nested))
                .verifyComplete();
        StepVerifier.create(streaming.filter(post("/files/1", bytes(201)), READ_ALL))
                .verifyError(PayloadTooLargeException.class);
        StepVerifier.create(streaming.filter(post("/others", bytes(61)), READ_ALL))
                .verifyError(PayloadTooLargeException.class);
    }

    @Test
    void codecsReadWhatWasLetIn() {
        ServerCodecConfigurer codecs = ServerCodecConfigurer.create();
        admission.takeOffLimit(codecs);
        DataBuffer large = BUFFERS.wrap(new byte[1_000_000]);
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post("/").body(Flux.just(large)));

        Mono<byte[]> read = codecs.getReaders().stream()
                .filter(reader -> reader.canRead(ResolvableType.forClass(byte[].class), null))
                .findFirst()
                .orElseThrow()
                .readMono(ResolvableType.forClass(byte[].class), exchange.getRequest(), Map.of())
                .cast(byte[].class);

        StepVerifier.create(read)
                .expectNextMatches(bytes -> bytes.length == 1_000_000)
                .verifyComplete();
    }

    /** Nothing is held any more, and not less than nothing. */
    private void assertRoomFor(int bytes) {
        StepVerifier.create(admission.filter(announcing(bytes), _ -> Mono.never()))
                .then(() -> verify(announcing(100 - bytes + 1), READ_ALL).verifyError(OverloadedException.class))
                .then(() -> verify(announcing(100 - bytes), READ_ALL).verifyComplete())
                .thenCancel()
                .verify();
    }

    private StepVerifier.FirstStep<Void> verify(MockServerWebExchange exchange, WebFilterChain chain) {
        return StepVerifier.create(admission.filter(exchange, chain));
    }

    private static MockServerWebExchange announcing(int bytes) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.post("/").contentLength(bytes).body(Flux.empty()));
    }

    private static MockServerWebExchange sending(ByteBuf... buffers) {
        return post("/", buffers);
    }

    private static MockServerWebExchange post(String path, ByteBuf... buffers) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.post(path).body(Flux.just(buffers).map(BUFFERS::wrap)));
    }

    private static ByteBuf bytes(int count) {
        return Unpooled.buffer(count).writeZero(count);
    }
}
