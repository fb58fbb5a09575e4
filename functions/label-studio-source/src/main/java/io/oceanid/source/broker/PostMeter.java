package io.oceanid.source.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** Times the posts, by what became of them and by the type of their event. Thread-safe. */
final class PostMeter {

    private final MeterRegistry meters;

    PostMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    Timer.Sample begin() {
        return Timer.start(meters);
    }

    void end(Timer.Sample sample, OutgoingEvent event, Verdict verdict) {
        sample.stop(Timer.builder("oceanid.source.post.duration")
                .description("posts of events to the broker")
                .tag("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT))
                .tag("type", event.type())
                .register(meters));
    }
}
