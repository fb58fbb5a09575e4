package io.oceanid.sink.reconcile;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.sink.intake.Intake;
import io.oceanid.sink.store.Origin;
import io.oceanid.sink.store.Rows;
import io.oceanid.sink.store.Sql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way of repairs into the tables: that of all events. */
record Repairs(Database database, Intake intake) {

    /** Events of one transaction. */
    private static final int AT_ONCE = 200;

    private static final String KNOWN = """
        select i.id from unnest($1, $2) as n (source, id) join oceanid.inbox i on i.source = n.source and i.id = n.id
        """;

    /** Stores the states, after which the tables have them. */
    Mono<Void> states(List<Repair> repairs, Instant readAt) {
        return known(repairs)
                .map(known -> repairs.stream()
                        .map(repair ->
                                repair.again() || known.contains(repair.event().getId())
                                        ? again(repair.event(), readAt)
                                        : repair.event())
                        .toList())
                .flatMap(this::commit);
    }

    /** Stores events; those that are stored already, but deletions, change nothing. */
    Mono<Void> commit(List<CloudEvent> events) {
        return Flux.fromIterable(events)
                .buffer(AT_ONCE)
                .concatMap(some -> intake.accept(some, Origin.RECONCILE))
                .then();
    }

    private Mono<Set<String>> known(List<Repair> repairs) {
        Rows rows = new Rows(2);
        repairs.forEach(
                repair -> rows.add(repair.event().getSource(), repair.event().getId()));
        return database.with(
                        connection -> Sql.query(connection, KNOWN, rows, row -> Sql.required(row, 0, String.class)))
                .collect(HashSet::new, Set::add);
    }

    /**
     * The tables had this event and yet not its state, or have another state of the same moment. Of two such the one
     * with the greater id holds: none is greater than this but that of a later reading.
     */
    private static CloudEvent again(CloudEvent event, Instant readAt) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, readAt);
        return CloudEventBuilder.v1(event)
                .withId("~%016d-%s".formatted(micros, event.getId()))
                .build();
    }
}
