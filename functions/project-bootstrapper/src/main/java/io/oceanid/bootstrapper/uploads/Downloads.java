package io.oceanid.bootstrapper.uploads;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.oceanid.support.content.AllowedHosts;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.PayloadTooLargeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;

/** Fetches files from allowed hosts. Redirects are not followed: they would lead past the list. */
final class Downloads {

    private static final int CONNECT_MILLIS = 3_000;
    /** Without a byte. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

    private final HttpClient http = HttpClient.create()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(PATIENCE);
    private final AllowedHosts hosts;
    private final long limit;

    /** @param limit bytes of one file */
    Downloads(AllowedHosts hosts, long limit) {
        this.hosts = hosts;
        this.limit = limit;
    }

    Mono<UploadedFile> to(FileFolder folder, String field, String url) {
        return Mono.defer(() -> {
            URI uri = hosts.require(field, "a file", url);
            return http.get()
                    .uri(uri)
                    .response((response, body) -> response.status().code() == 200
                            ? folder.write(UploadedFile.nameOf(uri.getPath(), null), bounded(body))
                            : Mono.error(new InvalidRequestException(
                                    field,
                                    uri.getHost() + " answers "
                                            + response.status().code() + " for a file")))
                    .singleOrEmpty()
                    .onErrorMap(
                            Downloads::isAway,
                            e -> new DependencyUnavailableException(
                                    uri.getHost() + ", which has a file, does not answer as it should", e));
        });
    }

    private Flux<DataBuffer> bounded(ByteBufFlux body) {
        AtomicLong read = new AtomicLong();
        return body.map(bytes -> {
            if (read.addAndGet(bytes.readableBytes()) > limit) {
                throw new PayloadTooLargeException(
                        "the file is larger than the " + limit + " bytes this function takes");
            }
            return BUFFERS.wrap(bytes.retain());
        });
    }

    private static boolean isAway(Throwable error) {
        return error instanceof IOException || error instanceof TimeoutException;
    }
}
