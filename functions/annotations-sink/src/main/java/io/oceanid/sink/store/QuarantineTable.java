package io.oceanid.sink.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.r2dbc.spi.Connection;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code oceanid.quarantine}: what could not be read or stored; the same bytes, and the same dead letter, once. */
final class QuarantineTable {

    private static final String INSERT = """
        insert into oceanid.quarantine
          (digest, reason, origin, event_source, event_id, event_type, event_subject, event_time, error_dest, error_code,
           error_data, content_type, bytes)
        select decode(digest, 'hex'), reason, origin, event_source, event_id, event_type, event_subject,
               event_time::timestamptz, error_dest, error_code, error_data, content_type, decode(bytes, 'hex')
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
          as n (digest, reason, origin, event_source, event_id, event_type, event_subject, event_time, error_dest,
                error_code, error_data, content_type, bytes)
        on conflict do nothing
        """;

    /** What somebody else is at is left to them. */
    private static final String RELEASE = """
        update oceanid.quarantine set replayed_at = now(), tried_at = now(), tries = tries + 1
        where id = (select id from oceanid.quarantine where id = $1 and replayed_at is null for update skip locked)
        """;

    private QuarantineTable() {}

    /** Something to keep, and why it is not in the other tables. */
    record Kept(Arrival arrival, String reason) {}

    static Mono<Void> insert(Connection connection, List<Kept> all) {
        Rows rows = new Rows(13);
        for (Kept kept : all) {
            byte[] bytes = kept.arrival().bytes();
            String hex = HexFormat.of().formatHex(bytes);
            switch (kept.arrival()) {
                case Arrival.Event event ->
                    rows.add(
                            Digest.hex(bytes),
                            kept.reason(),
                            event.origin().column(),
                            event.ref().source(),
                            event.ref().id(),
                            event.type(),
                            event.subject(),
                            event.time(),
                            null,
                            null,
                            null,
                            "application/json",
                            hex);
                case Arrival.DeadLetter letter ->
                    rows.add(
                            digest(letter),
                            kept.reason(),
                            Origin.EVENT.column(),
                            letter.ref().source(),
                            letter.ref().id(),
                            letter.type(),
                            letter.subject(),
                            letter.time(),
                            letter.destination(),
                            letter.code(),
                            letter.answer(),
                            Quarantined.CLOUD_EVENT,
                            hex);
                case Arrival.Unreadable unreadable ->
                    rows.add(
                            Digest.hex(bytes),
                            kept.reason(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            unreadable.contentType(),
                            hex);
            }
        }
        return Sql.run(connection, INSERT, rows);
    }

    /** Marks what waits as replayed; false if it does not wait, or is being released already. */
    static Mono<Boolean> release(Connection connection, long id) {
        return Flux.from(connection.createStatement(RELEASE).bind(0, id).execute())
                .concatMap(result -> result.getRowsUpdated())
                .reduce(0L, Long::sum)
                .map(rows -> rows > 0);
    }

    /** Nothing that Knative tries again makes another row of it: neither other attributes nor another answer. */
    private static String digest(Arrival.DeadLetter letter) {
        return Digest.hex(String.join("\0", letter.ref().source(), letter.ref().id(), letter.destination())
                .getBytes(UTF_8));
    }
}
