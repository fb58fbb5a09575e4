package io.oceanid.adapter.kserve;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Asks again where a server was unavailable: a few times, with jitter, as late as the server wishes, before a deadline. */
final class Patience extends Retry {

    private final Retries retries;
    private final Deadline deadline;

    Patience(Retries retries, Deadline deadline) {
        this.retries = retries;
        this.deadline = deadline;
    }

    @Override
    public Publisher<?> generateCompanion(Flux<RetrySignal> signals) {
        return signals.concatMap(signal -> {
            Throwable failure = signal.failure();
            if (!(failure instanceof InferenceException known)
                    || known.kind() != Kind.UNAVAILABLE
                    || known.getCause() instanceof CallNotPermittedException
                    || signal.totalRetries() >= retries.most()) {
                return Mono.error(failure);
            }
            Duration wait = known.retryAfter().orElseGet(() -> backoff(signal.totalRetries()));
            Duration bounded = wait.compareTo(retries.longestWait()) < 0 ? wait : retries.longestWait();
            return deadline.isWithin(bounded) ? Mono.error(failure) : Mono.delay(bounded);
        });
    }

    /** Anything from half of the backoff to one and a half of it, so that those who failed together come back apart. */
    private Duration backoff(long retriesSoFar) {
        long nanos = Math.min(
                retries.firstBackoff().toNanos() << Math.min(retriesSoFar, 20),
                retries.longestWait().toNanos());
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos + 1));
    }
}
