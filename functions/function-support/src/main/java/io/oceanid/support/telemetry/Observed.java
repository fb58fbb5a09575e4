package io.oceanid.support.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Work seen as a part of what it is done for: timed, and a span of its trace. */
public final class Observed {

    private Observed() {}

    /** What of a subscriber's context others may go on with: what they do is then a part of what it is done for. */
    public static Context contextOf(ContextView subscriber) {
        Object observation = subscriber.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        return observation == null ? Context.empty() : Context.of(ObservationThreadLocalAccessor.KEY, observation);
    }

    /**
     * The work, from its subscription to its end, whichever that is. Who gets the result finds the work counted.
     *
     * @param observation not started yet; a new one each time
     * @param work is told the observation, which is then started
     */
    public static <T> Mono<T> of(Supplier<Observation> observation, Function<Observation, Mono<T>> work) {
        return Mono.deferContextual(context -> Mono.using(
                () -> started(observation.get(), context),
                started -> work.apply(started)
                        .doOnError(started::error)
                        .doOnCancel(() -> started.error(new CancellationException("nobody waits for it")))
                        .contextWrite(inner -> inner.put(ObservationThreadLocalAccessor.KEY, started)),
                Observation::stop));
    }

    private static Observation started(Observation observation, ContextView context) {
        if (context.<Object>getOrDefault(ObservationThreadLocalAccessor.KEY, null) instanceof Observation parent) {
            observation.parentObservation(parent);
        }
        return observation.start();
    }
}
