package io.oceanid.broker;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How events are delivered, as Knative's DeliverySpec has it.
 *
 * @param retries after the first try, before an event goes to the dead letters
 * @param backoff before the first retry; doubled with each
 * @param longest backoff
 * @param timeout of one try
 * @param deadLetterSink null for none: then such events are tried for ever
 */
public record DeliverySpec(
        int retries,
        Duration backoff,
        Duration longest,
        Duration timeout,
        @Nullable URI deadLetterSink) {

    /** Ten retries, from 200 ms to 30 s: about two minutes. */
    public static DeliverySpec to(@Nullable URI deadLetterSink) {
        return new DeliverySpec(
                10, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(60), deadLetterSink);
    }

    /** The pause after so many failed tries. */
    Duration pause(int tries) {
        Duration pause = backoff.multipliedBy(1L << Math.min(tries - 1, 30));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
