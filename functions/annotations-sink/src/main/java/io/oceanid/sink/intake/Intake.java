package io.oceanid.sink.intake;

import io.cloudevents.CloudEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.oceanid.events.labelstudio.InvalidEventException;
import io.oceanid.events.labelstudio.Secrets;
import io.oceanid.events.labelstudio.UnreadableWebhookException;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.commit.GroupCommit;
import io.oceanid.sink.store.Arrival;
import io.oceanid.sink.store.Origin;
import io.oceanid.support.telemetry.Observed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What arrives, on its way into the tables.
 *
 * <p>Thread-safe.
 */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final GroupCommit<List<Arrival>> commit;
    private final ObservationRegistry observations;
    private final WebhookTranslator translator;
    private final InstantSource clock;

    public Intake(
            GroupCommit<List<Arrival>> commit,
            WebhookTranslator translator,
            InstantSource clock,
            ObservationRegistry observations) {
        this.observations = observations;
        this.commit = commit;
        this.translator = translator;
        this.clock = clock;
    }

    /**
     * Stores events; the result completes after their commit.
     *
     * @param origin by which way they came: it stands in their provenance
     * @return fails with an {@link InvalidEventException} if one of them is invalid, and
     *     then none is stored
     */
    public Mono<Void> accept(List<CloudEvent> events, Origin origin) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            List<Arrival> arrivals = new ArrayList<>(events.size());
            for (CloudEvent event : events) {
                try {
                    arrivals.add(ArrivalReader.read(event, origin, now));
                } catch (InvalidEventException e) {
                    throw events.size() == 1 ? e : e.inBatchAt(arrivals.size());
                }
            }
            return arrivals.isEmpty() ? Mono.empty() : submit(arrivals);
        });
    }

    /** Keeps events that somebody did not take, to be run again later; the result completes after their commit. */
    public Mono<Void> acceptDeadLetters(List<CloudEvent> events) {
        return Mono.defer(() -> events.isEmpty()
                ? Mono.empty()
                : submit(List.copyOf(events.stream().map(DeadLetterReader::read).toList())));
    }

    /**
     * Stores a raw webhook of Label Studio's. Nobody will send it again, so one that cannot be read goes to quarantine.
     */
    public Mono<Void> acceptWebhook(byte[] body, @Nullable String contentType) {
        return Mono.defer(() -> {
            try {
                return accept(translator.translate(body, clock.instant()), Origin.WEBHOOK);
            } catch (UnreadableWebhookException e) {
                log.warn("to quarantine: {}", e.getMessage());
                return submit(List.of(
                        new Arrival.Unreadable(String.valueOf(e.getMessage()), contentType, Secrets.redact(body))));
            }
        });
    }

    /** Seen as a part of the request, from its turn in the queue to the end of its commit. */
    private Mono<Void> submit(List<Arrival> arrivals) {
        return Observed.of(
                () -> Observation.createNotStarted("oceanid.sink.store.duration", observations)
                        .contextualName("commit"),
                _ -> commit.submit(arrivals));
    }
}
