package io.oceanid.sink.intake;

import io.cloudevents.CloudEvent;
import io.oceanid.sink.store.Origin;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where CloudEvents come in: those of the catalogue go to the intake, pings of Knative's to whom they concern. */
record EventEntrance(Intake intake, PingHandler pings) {

    /** The type of the events of a PingSource. */
    private static final String PING = "dev.knative.sources.ping";

    Mono<Void> accept(List<CloudEvent> events) {
        List<CloudEvent> told = events.stream().filter(event -> !isPing(event)).toList();
        return told.size() == events.size()
                ? intake.accept(told, Origin.EVENT)
                : intake.accept(told, Origin.EVENT).then(Mono.defer(pings::ping));
    }

    private static boolean isPing(CloudEvent event) {
        return PING.equals(event.getType());
    }
}
