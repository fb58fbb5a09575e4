package io.oceanid.support.health;

import reactor.core.publisher.Mono;

/** Something that a function needs before requests may come: a bean of it is asked by every readiness probe. */
@FunctionalInterface
public interface ReadinessCheck {

    /** Whether it is there; asked anew each time, and soon answered. */
    Mono<Boolean> isReady();
}
