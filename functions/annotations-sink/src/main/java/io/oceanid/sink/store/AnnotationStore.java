package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.LabelStudioEvent.Unknown;
import io.oceanid.sink.region.Region;
import io.oceanid.sink.region.Relation;
import io.oceanid.sink.region.Result;
import io.oceanid.sink.region.ResultReader;
import io.oceanid.sink.region.TaskText;
import io.oceanid.sink.store.AnnotationTable.Newer;
import io.oceanid.sink.store.Changes.AnnotationInContext;
import io.oceanid.sink.store.QuarantineTable.Kept;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The tables. What a group of arrivals changes in them is one transaction: the inbox rows of its events and their
 * effects, so that an event has its effects once however often it comes, and states and deletions end the same in
 * whatever order they come.
 *
 * <p>Thread-safe.
 */
final class AnnotationStore {

    private final Transaction transaction;

    AnnotationStore(ConnectionFactory connections) {
        this.transaction = new Transaction(connections);
    }

    /** Commits all of them, or with an error none. */
    Mono<Stored> commit(List<Arrival> arrivals) {
        List<Arrival.Event> events = only(arrivals, Arrival.Event.class);
        return transaction.call(
                isAlone(events),
                connection -> QuarantineTable.insert(connection, kept(arrivals))
                        .then(Mono.defer(() -> store(connection, events))));
    }

    /**
     * Commits what something in quarantine has become, and that it waits no more.
     *
     * @return false if it did not wait any more, or is being committed by somebody else; then nothing was done
     */
    Mono<Boolean> commitFromQuarantine(long id, List<Arrival.Event> events) {
        return transaction.call(
                isAlone(events),
                connection -> QuarantineTable.release(connection, id)
                        .flatMap(
                                released -> released ? store(connection, events).thenReturn(true) : Mono.just(false)));
    }

    /** Keeps an arrival that the other tables do not take. */
    Mono<Void> quarantine(Arrival arrival, String reason) {
        return transaction.run(
                false, connection -> QuarantineTable.insert(connection, List.of(new Kept(arrival, reason))));
    }

    private static boolean isAlone(List<Arrival.Event> events) {
        return events.stream().anyMatch(Changes::cascades);
    }

    private static Mono<Stored> store(Connection connection, List<Arrival.Event> events) {
        return InboxTable.insertNew(connection, events).flatMap(fresh -> {
            Changes changes = Changes.of(events, fresh);
            return save(connection, changes)
                    .flatMap(newer -> follow(connection, changes, newer, fresh)
                            .thenReturn(new Stored(
                                    fresh.size(),
                                    events.size() - fresh.size(),
                                    newer.size(),
                                    changes.annotationStates - newer.size())));
        });
    }

    /** Projects before tasks before annotations: each is marked by the tombstones of those before it. */
    private static Mono<List<Newer>> save(Connection connection, Changes changes) {
        return Sql.pipelined(
                List.of(
                        ProjectTable.save(connection, changes.projects),
                        TaskTable.save(connection, changes.tasks.values())),
                AnnotationTable.save(connection, changes.annotations.values()));
    }

    private static Mono<Void> follow(
            Connection connection, Changes changes, List<Newer> newer, Set<Arrival.Event> fresh) {
        Map<Long, List<Region>> regions = new LinkedHashMap<>();
        Map<Long, List<Relation>> relations = new LinkedHashMap<>();
        for (Newer saved : newer) {
            Result result = read(
                    Objects.requireNonNull(changes.annotations.get(saved.id())).state());
            regions.put(saved.id(), result.regions());
            relations.put(saved.id(), result.relations());
        }
        return Sql.pipelined(
                List.of(
                        AnnotationTable.clear(connection, newer),
                        RegionTable.insert(connection, regions),
                        RelationTable.insert(connection, relations),
                        LabelLinkTable.save(connection, changes.labelLinks.values()),
                        AnnotationTable.delete(connection, changes.deletedAnnotations),
                        TaskTable.delete(connection, changes.deletedTasks),
                        ProjectTable.delete(connection, changes.deletedProjects),
                        LabelLinkTable.delete(connection, changes.deletedLabelLinks),
                        QuarantineTable.insert(connection, unknown(changes))),
                ProvenanceTable.insert(connection, fresh));
    }

    private static Result read(AnnotationInContext context) {
        TaskText text = context.task() == null
                ? TaskText.unknown()
                : TaskText.of(
                        context.task().data(),
                        context.project() == null ? null : context.project().parsedLabelConfig());
        return ResultReader.read(context.annotation().result(), text);
    }

    private static List<Kept> kept(List<Arrival> arrivals) {
        return arrivals.stream()
                .<Kept>mapMulti((arrival, keep) -> {
                    switch (arrival) {
                        case Arrival.Unreadable unreadable -> keep.accept(new Kept(unreadable, unreadable.reason()));
                        case Arrival.DeadLetter letter -> keep.accept(new Kept(letter, letter.reason()));
                        case Arrival.Event _ -> {}
                    }
                })
                .toList();
    }

    private static List<Kept> unknown(Changes changes) {
        return changes.unknown.stream()
                .map(event -> new Kept(event, ((Unknown) event.content()).reason()))
                .toList();
    }

    private static <T> List<T> only(List<Arrival> arrivals, Class<T> type) {
        return arrivals.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
