package io.oceanid.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The diagram in {@code docs/data-model.md} is that of the schema. */
class DataModelTest {

    private static final Pattern TABLE =
            Pattern.compile("^    (\\w+) \\{\\n(.*?)^    }", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINE =
            Pattern.compile("^    (\\w+) [|}o]{2}(?:--|\\.\\.)[|{o]{2} (\\w+) :", Pattern.MULTILINE);

    private static final String COLUMNS = """
        select c.table_name, c.column_name, format_type(a.atttypid, null),
               exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey))
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name
        where c.table_schema = 'oceanid' and t.table_type = 'BASE TABLE' and c.table_name not like 'flyway%'
        """;

    @Test
    void theDiagramHasEachTableWithItsColumns() throws IOException, SQLException {
        String document = Files.readString(Path.of("../../docs/data-model.md"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            SinkMigration.migrate(postgres.getPostgresDatabase());

            assertThat(drawn(document)).isEqualTo(schema(postgres.getPostgresDatabase()));
        }
        assertThat(LINE.matcher(document).results())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(drawn(document)).containsKeys(line.group(1), line.group(2)));
    }

    private static Map<String, Set<String>> drawn(String document) {
        Map<String, Set<String>> tables = new TreeMap<>();
        TABLE.matcher(document)
                .results()
                .forEach(table -> tables.put(
                        table.group(1),
                        new TreeSet<>(table.group(2).lines().map(String::strip).toList())));
        return tables;
    }

    private static Map<String, Set<String>> schema(DataSource database) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(COLUMNS)) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString(1), _ -> new TreeSet<>())
                        .add(type(columns.getString(3)) + " " + columns.getString(2)
                                + (columns.getBoolean(4) ? " PK" : ""));
            }
        }
        return tables;
    }

    /** As the diagram has it, whose types are single words. */
    private static String type(String postgres) {
        return switch (postgres) {
            case "timestamp with time zone" -> "timestamptz";
            case "double precision" -> "double";
            case "text[]" -> "text_array";
            default -> postgres;
        };
    }
}
