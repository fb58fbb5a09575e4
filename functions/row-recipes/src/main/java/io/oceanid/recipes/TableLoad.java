package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills a table with rows. Its columns are all that any row has: VARCHAR where all values are strings, JSON where one is
 * not.
 */
final class TableLoad implements AutoCloseable {

    private static final int MOST_COLUMNS = 1000;
    /** Of what the appender holds, which DuckDB's limit does not count. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final Database database;
    private final String table;
    private final Columns columns = new Columns();
    private @Nullable DuckDBAppender appender;
    private long characters;

    private TableLoad(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Whether there were rows; there is no table if not. */
    static boolean load(Database database, String table, Rows rows, Consumer<Reading.Broken> broken)
            throws IOException, SQLException {
        try (TableLoad load = new TableLoad(database, table)) {
            for (Reading reading = rows.next(); reading != null; reading = rows.next()) {
                switch (reading) {
                    case Reading.Row row
                    when row.data().isEmpty() -> broken.accept(new Reading.Broken(row.place(), "no columns"));
                    case Reading.Row row -> load.add(row.data());
                    case Reading.Broken bad -> broken.accept(bad);
                }
            }
            return load.columns.size() > 0;
        }
    }

    private void add(ObjectNode row) throws SQLException {
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            makeRoom(cell.getKey(), cell.getValue());
        }
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            Columns.Column column = columns.get(cell.getKey());
            if (column != null && !cell.getValue().isNull()) {
                cells[column.index] = text(cell.getValue(), column.json);
            }
        }
        if (appender == null) {
            appender = database.appender(table);
        }
        appender.beginRow();
        for (String cell : cells) {
            appender.append(cell);
            characters += cell == null ? 0 : cell.length();
        }
        appender.endRow();
        if (characters > MOST_CHARACTERS) {
            appender.flush();
            characters = 0;
        }
    }

    private static String text(JsonNode value, boolean json) {
        return Sql.wellFormed(json ? value.toString() : value.stringValue());
    }

    private void makeRoom(String key, JsonNode value) throws SQLException {
        boolean json = !value.isString() && !value.isNull();
        Columns.Column column = columns.get(key);
        if (column == null) {
            add(columns.add(key, json));
        } else if (json && !column.json) {
            String name = Sql.quoted(column.name);
            change("ALTER TABLE " + Sql.quoted(table) + " ALTER " + name + " TYPE JSON USING to_json(" + name + ")");
            column.json = true;
        }
    }

    private void add(Columns.Column column) throws SQLException {
        if (columns.size() > MOST_COLUMNS) {
            throw new RecipeException(
                    table + ": more than " + MOST_COLUMNS + " columns, \"" + column.name + "\" is the next");
        }
        String definition = Sql.quoted(column.name) + (column.json ? " JSON" : " VARCHAR");
        change(
                column.index == 0
                        ? "CREATE TABLE " + Sql.quoted(table) + " (" + definition + ")"
                        : "ALTER TABLE " + Sql.quoted(table) + " ADD COLUMN " + definition);
    }

    private void change(String definition) throws SQLException {
        close();
        database.execute(definition);
    }

    @Override
    public void close() throws SQLException {
        if (appender != null) {
            DuckDBAppender last = appender;
            appender = null;
            last.close();
        }
    }
}
