package io.oceanid.sink.intake;

import io.cloudevents.CloudEvent;
import io.oceanid.sink.store.Origin;
import io.oceanid.support.cloudevents.KnativePing;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where CloudEvents come in: those of the catalogue go to the intake, pings of Knative's to whom they concern. */
record EventEntrance(Intake intake, PingHandler pings) {

    Mono<Void> accept(List<CloudEvent> events) {
        List<CloudEvent> told =
                events.stream().filter(event -> !KnativePing.is(event)).toList();
        return told.size() == events.size()
                ? intake.accept(told, Origin.EVENT)
                : intake.accept(told, Origin.EVENT).then(Mono.defer(pings::ping));
    }
}
