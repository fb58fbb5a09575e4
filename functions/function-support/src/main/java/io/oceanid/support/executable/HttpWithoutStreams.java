package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;

/**
 * Reactor Netty is asked for HTTP/1.1 alone, and could speak HTTP/2 as well, which gRPC does by other means. Without what
 * reads and writes its frames an executable holds neither its streams nor the translation between the two.
 */
@TargetClass(Http2FrameCodecBuilder.class)
final class HttpWithoutStreams {

    private HttpWithoutStreams() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // takes the place of the method of that name
    public Http2FrameCodec build() {
        throw new UnsupportedOperationException("an executable speaks HTTP/1.1");
    }
}
