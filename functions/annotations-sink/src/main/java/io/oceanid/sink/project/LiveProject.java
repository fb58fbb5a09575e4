package io.oceanid.sink.project;

import io.oceanid.events.json.EventJson;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A project that is not deleted, as far as it is known here.
 *
 * @param parsedLabelConfig null where only tasks or annotations of the project are known
 */
public record LiveProject(long id, @Nullable JsonNode parsedLabelConfig) {

    private static final String FIND = """
        select p.raw -> 'parsed_label_config'
        from (select $1::bigint as id) n left join oceanid.project p on p.id = n.id
        where p.deleted_at is null
          and (p.id is not null
            or exists (select from oceanid.task t where t.project = n.id)
            or exists (select from oceanid.annotation a where a.project = n.id))
        """;

    /** Empty if there is none, or no more. */
    public static Mono<LiveProject> find(Connection connection, long id) {
        return Flux.from(connection.createStatement(FIND).bind(0, id).execute())
                .concatMap(result -> result.map(row -> new LiveProject(id, config(row))))
                .next();
    }

    private static @Nullable JsonNode config(Readable row) {
        byte[] json = row.get(0, byte[].class);
        return json == null ? null : EventJson.read(json);
    }
}
