package io.oceanid.sink.store;

import io.oceanid.events.json.EventJson;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows on their way into one statement: a {@code text[]} parameter for each column, which the SQL unnests and casts.
 * One round trip however many rows there are, and one plan for all of them.
 */
public final class Rows {

    private final ArrayLiteral[] columns;

    public Rows(int columns) {
        this.columns = Stream.generate(ArrayLiteral::new).limit(columns).toArray(ArrayLiteral[]::new);
    }

    /** Adds a row; numbers, booleans and times in the notation that PostgreSQL reads back exactly. */
    public Rows add(@Nullable Object... values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException(
                    "the statement has " + columns.length + " columns, not " + values.length);
        }
        for (int column = 0; column < values.length; column++) {
            columns[column].add(text(values[column]));
        }
        return this;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return columns[0].isEmpty();
    }

    /** As literals, which is what the driver would make of arrays. Only once. */
    Statement bindTo(Statement statement) {
        for (int column = 0; column < columns.length; column++) {
            statement.bind(column, Parameters.in(PostgresqlObjectId.TEXT_ARRAY, columns[column].end()));
        }
        return statement;
    }

    /** An object less what other columns hold. */
    public static ObjectNode without(ObjectNode object, String... names) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        copy.remove(List.of(names));
        return copy;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonNode json -> EventJson.text(json);
            case List<?> list -> ArrayLiteral.of(list);
            default -> value.toString();
        };
    }
}
