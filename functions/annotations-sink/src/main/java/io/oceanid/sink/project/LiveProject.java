package io.oceanid.sink.project;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnknownResourceException;
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

    /**
     * The id that a caller names a project by.
     *
     * @throws InvalidRequestException if it is none
     */
    public static long id(@Nullable String given) {
        if (given == null || !given.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException("id", "the project's id is not a whole number");
        }
        return Long.parseLong(given);
    }

    /** Fails with an {@link UnknownResourceException} if there is none, or no more. */
    public static Mono<LiveProject> find(Connection connection, long id) {
        return Flux.from(connection.createStatement(FIND).bind(0, id).execute())
                .concatMap(result -> result.map(row -> new LiveProject(id, config(row))))
                .next()
                .switchIfEmpty(Mono.error(() -> new UnknownResourceException("project " + id + " is not known here")));
    }

    private static @Nullable JsonNode config(Readable row) {
        byte[] json = row.get(0, byte[].class);
        return json == null ? null : EventJson.read(json);
    }
}
