package io.oceanid.support.http;

import java.util.List;
import java.util.stream.Stream;

/** All that a function answers; nothing else is reachable. Immutable. */
public record Routes(List<Route> all) {

    private static Stream<Route> common() {
        return Stream.of(
                        Route.get("/health"),
                        Route.get("/actuator/health"),
                        Route.get("/actuator/health/liveness"),
                        Route.get("/actuator/health/readiness"),
                        Route.get("/actuator/prometheus"))
                .map(Route::open);
    }

    /** The routes of a function, and those that every function has, which are open. */
    public static Routes of(Route... own) {
        return new Routes(Stream.concat(Stream.of(own), common()).toList());
    }
}
