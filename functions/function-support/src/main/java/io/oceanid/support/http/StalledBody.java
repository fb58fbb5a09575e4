package io.oceanid.support.http;

import java.time.Duration;
import reactor.netty.http.server.HttpServer;

/** Shows a sender out that stops in the middle of a body (408): others wait for the room that it holds. */
public final class StalledBody {

    /** No sender that is alive pauses for so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StalledBody() {}

    /** A server that does so. */
    public static HttpServer shownOutBy(HttpServer server) {
        return shownOutBy(server, PATIENCE);
    }

    static HttpServer shownOutBy(HttpServer server, Duration patience) {
        return server.readTimeout(patience);
    }
}
