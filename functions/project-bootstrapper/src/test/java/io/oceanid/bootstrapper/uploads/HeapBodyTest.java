package io.oceanid.bootstrapper.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class HeapBodyTest {

    private static final NettyDataBufferFactory NETTY = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

    @Test
    void nettysBuffersAreGivenBackBeforeTheirBytesGoOn() {
        ByteBuf pooled = ByteBufUtil.writeUtf8(ByteBufAllocator.DEFAULT, "text,hs\nMV Ægir,0901.21\n");
        MockServerHttpRequest request =
                MockServerHttpRequest.post("/preview").body(Flux.<DataBuffer>just(NETTY.wrap(pooled)));

        StepVerifier.create(new HeapBody(request).getBody())
                .assertNext(buffer -> {
                    assertThat(pooled.refCnt()).isZero();
                    assertThat(buffer).isNotInstanceOf(PooledDataBuffer.class);
                    assertThat(buffer.toString(UTF_8)).isEqualTo("text,hs\nMV Ægir,0901.21\n");
                })
                .verifyComplete();
    }
}
