package io.oceanid.adapter.kserve;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The connection of gRPC to one server. */
final class GrpcChannel {

    private static final Duration LEAST_KEEP_ALIVE = Duration.ofSeconds(10);

    private GrpcChannel() {}

    static ManagedChannel to(InferenceServerSettings settings) {
        NettyChannelBuilder channel = NettyChannelBuilder.forAddress(
                        settings.uri().getHost(), settings.uri().getPort())
                .withOption(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.timeouts().connect().toMillis()))
                .maxInboundMessageSize(settings.transfer().maxAnswerBytes())
                .idleTimeout(settings.pool().idle().toNanos(), TimeUnit.NANOSECONDS)
                // a peer that is gone without a word is noticed; not more often, since servers take many pings amiss
                .keepAliveTime(keepAlive(settings).toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(5, TimeUnit.SECONDS)
                // asking again is for the one who counts
                .disableRetry()
                // nothing of what happens with an answer blocks
                .directExecutor();
        if (settings.uri().getScheme().equals("grpc")) {
            channel.usePlaintext();
        }
        settings.access().ifPresent(access -> channel.intercept(headers(access)));
        return channel.build();
    }

    private static Duration keepAlive(InferenceServerSettings settings) {
        Duration half = settings.timeouts().call().dividedBy(2);
        return half.compareTo(LEAST_KEEP_ALIVE) < 0 ? LEAST_KEEP_ALIVE : half;
    }

    private static ClientInterceptor headers(AccessToken access) {
        Metadata metadata = new Metadata();
        access.headers()
                .forEach((name, value) -> metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return MetadataUtils.newAttachHeadersInterceptor(metadata);
    }
}
