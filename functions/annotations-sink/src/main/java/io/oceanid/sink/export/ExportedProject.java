package io.oceanid.sink.export;

import io.oceanid.events.json.EventJson;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A project that can be exported.
 *
 * @param parsedLabelConfig null where only tasks or annotations of the project are known
 */
record ExportedProject(long id, @Nullable JsonNode parsedLabelConfig) {

    private static final String FIND = """
        select p.raw -> 'parsed_label_config'
        from (select $1::bigint as id) n left join oceanid.project p on p.id = n.id
        where p.deleted_at is null
          and (p.id is not null
            or exists (select from oceanid.task t where t.project = n.id)
            or exists (select from oceanid.annotation a where a.project = n.id))
        """;

    /** Empty if there is none, or no more. */
    static Mono<ExportedProject> find(Connection connection, long id) {
        return Flux.from(connection.createStatement(FIND).bind(0, id).execute())
                .concatMap(result -> result.map(row -> new ExportedProject(id, config(row))))
                .next();
    }

    private static @Nullable JsonNode config(Readable row) {
        byte[] json = row.get(0, byte[].class);
        return json == null ? null : EventJson.read(json);
    }
}
