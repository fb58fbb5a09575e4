package io.oceanid.sink.store;

import io.oceanid.events.json.EventJson;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows on their way into one statement: a {@code text[]} parameter for each column, which the SQL unnests and casts.
 * One round trip however many rows there are, and one plan for all of them.
 */
public final class Rows {

    private final int columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    public Rows(int columns) {
        this.columns = columns;
    }

    /** Adds a row; numbers, booleans and times in the notation that PostgreSQL reads back exactly. */
    public Rows add(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException("the statement has " + columns + " columns, not " + values.length);
        }
        rows.add(values);
        return this;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    Statement bindTo(Statement statement) {
        for (int column = 0; column < columns; column++) {
            @Nullable String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = text(rows.get(row)[column]);
            }
            statement.bind(column, values);
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
            case List<?> list -> arrayLiteral(list);
            default -> value.toString();
        };
    }

    /** PostgreSQL documentation, section 8.15.2: every element quoted, quotes and backslashes escaped. */
    private static String arrayLiteral(List<?> values) {
        StringBuilder literal = new StringBuilder("{");
        for (Object value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            String text = String.valueOf(value);
            literal.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return literal.append('}').toString();
    }
}
