package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.oceanid.support.failure.UnsupportedContentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class WholeBodyTest {

    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    @Test
    void allItsPiecesAreReadAndReleased() {
        ByteBuf first = Unpooled.copiedBuffer("MV ", UTF_8);
        ByteBuf second = Unpooled.copiedBuffer("Ægir", UTF_8);
        MockServerHttpRequest request =
                MockServerHttpRequest.post("/").body(Flux.just(first, second).map(BUFFERS::wrap));

        assertThat(Bodies.text(request)).isEqualTo("MV Ægir");
        assertThat(first.refCnt()).isZero();
        assertThat(second.refCnt()).isZero();
    }

    @Test
    void whereThereIsNoneThereAreNoBytes() {
        assertThat(Bodies.text(MockServerHttpRequest.post("/").build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void oneThatIsCompressedIsRefused(String encoding) {
        MockServerHttpRequest request = MockServerHttpRequest.post("/")
                .header("Content-Encoding", encoding)
                .body(Flux.error(new AssertionError("read")));

        StepVerifier.create(WholeBody.of(request))
                .verifyErrorSatisfies(error -> assertThat(((UnsupportedContentException) error).field())
                        .isEqualTo("content-encoding"));
    }

    @Test
    void oneThatSaysThatItIsNotIsRead() {
        assertThat(Bodies.text(MockServerHttpRequest.post("/")
                        .header("Content-Encoding", "Identity")
                        .body("{}")))
                .isEqualTo("{}");
    }
}
