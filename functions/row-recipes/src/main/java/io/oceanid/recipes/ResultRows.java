package io.oceanid.recipes;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the last step gave. NULLs are left out. */
final class ResultRows implements Rows {

    private static final String SOURCE = "result of the recipe";

    private final Database database;
    private final List<ResultColumn> columns;
    private final ResultSet result;
    private long line;

    private ResultRows(Database database, List<ResultColumn> columns, ResultSet result) {
        this.database = database;
        this.columns = columns;
        this.result = result;
    }

    static ResultRows of(Database database, String table) throws SQLException {
        List<ResultColumn> columns = database.columns(table);
        String projections = columns.stream().map(ResultColumn::projection).collect(Collectors.joining(", "));
        ResultSet result = database.stream("SELECT " + projections + " FROM " + Sql.quoted(table));
        return new ResultRows(database, columns, result);
    }

    @Override
    public @Nullable Reading next() throws IOException {
        try {
            return result.next() ? new Reading.Row(new Place(SOURCE, ++line), row()) : null;
        } catch (SQLException e) {
            throw new IOException("the result of the recipe cannot be read", e);
        }
    }

    private ObjectNode row() throws SQLException {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String text = result.getString(i + 1);
            if (text != null) {
                put(row, columns.get(i), text);
            }
        }
        return row;
    }

    private void put(ObjectNode row, ResultColumn column, String text) {
        if (!column.json()) {
            row.put(column.name(), text);
            return;
        }
        try {
            JsonNode value = ResultJson.parse(text);
            if (!value.isNull()) {
                row.set(column.name(), value);
            }
        } catch (JacksonException e) {
            throw new RecipeException("row " + line + " of the result: the JSON of \"" + column.name()
                    + "\" cannot be taken: " + e.getOriginalMessage());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB does not end", e);
        }
    }
}
