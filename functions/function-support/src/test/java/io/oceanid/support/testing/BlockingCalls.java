package io.oceanid.support.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;

/** Makes every call that blocks an event loop fail, in all tests (found by JUnit as a service). */
public final class BlockingCalls implements BeforeAllCallback {

    static {
        BlockHound.builder()
                .loadIntegrations()
                // reads /dev/urandom, which never blocks
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // the lock of a pool of buffers, held for the length of a few instructions; Netty names its other ones
                // itself
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$AdaptiveByteBuf", "deallocate")
                // while the first JSON of all is read
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                .install();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // to be loaded is all there is to do
    }
}
