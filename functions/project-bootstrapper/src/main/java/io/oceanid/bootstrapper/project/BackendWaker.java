package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.support.content.AllowedHosts;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;

/**
 * Wakes backends that are scaled to zero: Label Studio gives them 1 s to answer, which a start takes longer than.
 *
 * <p>Thread-safe.
 */
final class BackendWaker {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HttpClient http;
    private final AllowedHosts hosts;
    private final Duration patience;

    /**
     * @param hosts that may be asked; others are left asleep, since a declaration could name any
     * @param patience with one backend
     */
    BackendWaker(AllowedHosts hosts, Duration patience) {
        this.http = HttpClient.create().responseTimeout(patience);
        this.hosts = hosts;
        this.patience = patience;
    }

    /** Completes when the backend answers, when it has not in all that time, or at once if it may not be asked. */
    Mono<Void> wake(BackendDeclaration backend) {
        URI health = URI.create(backend.url().replaceAll("/+$", "") + "/health");
        if (!hosts.allows(health)) {
            return Mono.empty();
        }
        return http.get()
                .uri(health)
                .responseSingle((response, body) -> body.then(
                        Mono.fromCallable(() -> awake(response.status().code()))))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE))
                .timeout(patience)
                // Label Studio then says itself that it cannot connect
                .onErrorComplete()
                .then();
    }

    private static boolean awake(int status) {
        if (status != 200) {
            throw new IllegalStateException("health is " + status);
        }
        return true;
    }
}
