package io.oceanid.sink.intake;

import reactor.core.publisher.Mono;

/** What a ping is for. */
public interface PingHandler {

    /** Does what it asks for, to the end: whoever pinged is answered then. */
    Mono<Void> ping();
}
