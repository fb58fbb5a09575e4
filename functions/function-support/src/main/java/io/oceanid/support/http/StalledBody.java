package io.oceanid.support.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.http.server.HttpServer;

/** Shows a sender out that stops in the middle of a body (408): others wait for the room that it holds. */
public final class StalledBody implements NettyServerCustomizer {

    private final Duration patience;

    /** @param patience how long a sender may pause within a body */
    public StalledBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(patience);
    }
}
