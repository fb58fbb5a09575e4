package io.oceanid.sink.store;

import io.r2dbc.spi.Connection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** {@code oceanid.inbox}: the events whose effects are in the tables. */
final class InboxTable {

    private static final String INSERT = """
        insert into oceanid.inbox (source, id, type, subject, time, digest, mended, origin)
        select source, id, type, subject, time::timestamptz, decode(digest, 'hex'), mended::boolean, origin
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as n (source, id, type, subject, time, digest, mended, origin)
        order by source, id
        on conflict do nothing
        returning source, id
        """;

    private InboxTable() {}

    /** Records events and answers the ones that were not there yet; of a repeat among them, the first. */
    static Mono<Set<Arrival.Event>> insertNew(Connection connection, List<Arrival.Event> events) {
        Rows rows = new Rows(8);
        for (Arrival.Event event : events) {
            rows.add(
                    event.ref().source(),
                    event.ref().id(),
                    event.type(),
                    event.subject(),
                    event.time(),
                    event.digest(),
                    event.mended(),
                    event.origin().column());
        }
        return Sql.query(
                        connection,
                        INSERT,
                        rows,
                        row -> new EventRef(Sql.required(row, 0, String.class), Sql.required(row, 1, String.class)))
                .collect(HashSet<EventRef>::new, Set::add)
                .map(inserted -> events.stream()
                        .filter(event -> inserted.remove(event.ref()))
                        .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>()))));
    }
}
