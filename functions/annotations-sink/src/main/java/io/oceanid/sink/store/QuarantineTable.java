package io.oceanid.sink.store;

import io.r2dbc.spi.Connection;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code oceanid.quarantine}: what could not be read or stored; the same bytes once. */
final class QuarantineTable {

    private static final String INSERT = """
        insert into oceanid.quarantine (digest, reason, event_source, event_id, event_type, content_type, bytes)
        select decode(digest, 'hex'), reason, event_source, event_id, event_type, content_type, decode(bytes, 'hex')
        from unnest($1, $2, $3, $4, $5, $6, $7)
          as n (digest, reason, event_source, event_id, event_type, content_type, bytes)
        on conflict do nothing
        """;

    private QuarantineTable() {}

    /** Something to keep, and why it is not in the other tables. */
    record Kept(Arrival arrival, String reason) {}

    static Mono<Void> insert(Connection connection, List<Kept> all) {
        Rows rows = new Rows(7);
        for (Kept kept : all) {
            byte[] bytes = kept.arrival().bytes();
            String digest = Digest.hex(bytes);
            String hex = HexFormat.of().formatHex(bytes);
            switch (kept.arrival()) {
                case Arrival.Event event ->
                    rows.add(
                            digest,
                            kept.reason(),
                            event.ref().source(),
                            event.ref().id(),
                            event.type(),
                            "application/json",
                            hex);
                case Arrival.Unreadable unreadable ->
                    rows.add(digest, kept.reason(), null, null, null, unreadable.contentType(), hex);
            }
        }
        return Sql.run(connection, INSERT, rows);
    }
}
