package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.RecipeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HostileRecipeTest {

    private static final RecipeLimits TIGHT = new RecipeLimits(64, 64, 2, Duration.ofSeconds(2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTACH 'other.db'",
                "COPY rows TO 'out.csv'",
                "COPY (FROM rows) TO '/dev/stdout'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "PRAGMA database_list",
                "SET threads = 8",
                "RESET lock_configuration",
                "SET VARIABLE a = 1",
                "CREATE TABLE other AS FROM rows",
                "CREATE SECRET (TYPE s3)",
                "CREATE MACRO f() AS TABLE FROM rows",
                "DROP TABLE rows",
                "DELETE FROM rows",
                "CALL pragma_version()",
                "EXPORT DATABASE 'folder'",
                "EXPLAIN ANALYZE FROM rows",
                "USE temp",
                "CHECKPOINT",
                "BEGIN",
                "EXECUTE anything",
            })
    void aStepHasToBeAQuery(String step) {
        refused(step).hasMessage("step 1: has to be a query (SELECT, FROM or WITH)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        FROM read_csv('/etc/passwd')                                      | read_csv
        FROM read_text('/etc/passwd')                                     | read_text
        FROM read_blob('https://example.org/')                            | read_blob
        FROM glob('/*')                                                   | glob
        SELECT (SELECT max(file) FROM glob('/*')) FROM rows               | glob
        FROM rows, (FROM READ_JSON('x'))                                  | read_json
        FROM query('FROM duckdb_settings()')                              | query
        FROM query_table('rows')                                          | query_table
        FROM json_execute_serialized_sql('{}')                            | json_execute_serialized_sql
        FROM duckdb_settings()                                            | duckdb_settings
        FROM duckdb_databases()                                           | duckdb_databases
        FROM pragma_table_info('rows')                                    | pragma_table_info
        FROM (DESCRIBE rows)                                              | show ref
        FROM (SHOW ALL TABLES)                                            | show ref
        SELECT getenv('PATH')                                             | getenv
        SELECT 'temp_directory'.current_setting()                         | current_setting
        WITH x AS (COPY rows TO 'out.csv') FROM rows                      | copy query node
        WITH x AS (INSERT INTO rows FROM rows RETURNING *) FROM x         | insert query node
        WITH x AS (DELETE FROM rows RETURNING *) FROM x                   | delete query node
        WITH x AS (UPDATE rows SET a = 'y' RETURNING *) FROM x            | update query node
        """)
    void aQueryUsesOnlyWhatReadsRows(String step, String refused) {
        refused(step).hasMessage("step 1: a recipe may not use " + refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM '/etc/passwd.csv'",
                "FROM 'https://example.org/rows.parquet'",
                "FROM information_schema.tables",
                "FROM duckdb_tables",
                "FROM sqlite_master",
                "FROM main.rows",
                "FROM memory.main.rows",
                "SELECT * FROM rows JOIN ports USING (code)",
                "WITH pg_settings AS (FROM pg_settings) FROM pg_settings",
                "FROM (WITH x AS (FROM rows) FROM x), x",
                "WITH x AS (FROM y), y AS (FROM rows) FROM x",
            })
    void aQueryReadsOnlyTheTablesOfTheRecipe(String step) {
        refused(step).hasMessageStartingWith("step 1: no table ").hasMessageEndingWith("; there are [rows]");
    }

    @Test
    void stepsAreNotChained() {
        refused("FROM rows; FROM rows").hasMessage("step 1: has to be one query, and is 2");
        refused("FROM rows; DROP TABLE rows").hasMessage("step 1: has to be a query (SELECT, FROM or WITH)");
        refused("FROM rows) ; DROP TABLE rows; (FROM rows").hasMessageStartingWith("step 1: syntax error");
        refused("FROM rows \0; DROP TABLE rows").hasMessage("step 1: a NUL character");
        refused("-- nothing").hasMessage("step 1: has to be one query, and is 0");
    }

    @Test
    void nothingIsWrittenEvenWhereTheFolderIsKnown(@TempDir Path folder) {
        refused("WITH x AS (COPY rows TO '" + folder.resolve("out.csv") + "') FROM rows");
        Assertions.assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nestingAndLengthHaveAnEnd() {
        refused("SELECT " + "(".repeat(9000) + "1" + ")".repeat(9000)).hasMessageContaining("depth");
        refused("SELECT " + "(SELECT ".repeat(300) + "1" + ")".repeat(300)).hasMessage("step 1: too deeply nested");
        refused("SELECT '" + "x".repeat(20_000) + "'").hasMessage("step 1: longer than 20000 characters");
        assertThatThrownBy(() -> new Kitchen()
                        .follow(rows(), Collections.nCopies(51, "FROM rows").toArray(String[]::new)))
                .hasMessage("more than 50 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT 1 - a FROM t) SELECT count(*) FROM t",
                "SELECT count(*) FROM range(1000) a, range(1000000000000000) b WHERE a.range * b.range = -1",
            })
    void whatDoesNotEndIsEnded(String step) {
        assertThatThrownBy(() -> new Kitchen().with(TIGHT).follow(rows(), "FROM rows", step))
                .isInstanceOf(RecipeException.class)
                .hasMessage("step 2: the recipe took longer than 2 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.range AS a, md5(b.range::VARCHAR) AS b FROM range(100000) a, range(100000) b",
                "SELECT md5(range::VARCHAR) AS a FROM range(30000000) ORDER BY a",
                "SELECT string_agg(md5(range::VARCHAR), '') FROM range(10000000)",
                "SELECT list(range) FROM range(100000000)",
            })
    void whatGrowsBeyondTheLimitsIsEnded(String step) {
        RecipeLimits slow = new RecipeLimits(64, 64, 2, Duration.ofMinutes(2));
        assertThatThrownBy(() -> new Kitchen().with(slow).follow(rows(), step))
                .isInstanceOf(RecipeException.class)
                .hasMessage("step 1: needs more than the 64 MB of memory and 64 MB of disk that a recipe has");
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        // that does not compress: what is spilled does, otherwise
        byte[] noise = new byte[500_000];
        ListedRows many = new ListedRows(IntStream.range(0, 400).mapToObj(i -> {
            new Random(i).nextBytes(noise);
            return JsonMapper.shared().createObjectNode().put("a", new String(noise, StandardCharsets.ISO_8859_1));
        }));
        assertThatThrownBy(() -> new Kitchen().with(TIGHT).follow(many, "FROM rows"))
                .isInstanceOf(RecipeException.class)
                .hasMessage("rows: needs more than the 64 MB of memory and 64 MB of disk that a recipe has");
    }

    @Test
    void aLookupHasAPlainNameOfItsOwn() {
        for (String name : new String[] {"Rows", "next rows", "a\"b", ""}) {
            assertThatThrownBy(() ->
                            new Kitchen().withLookup(name, "{\"a\":\"x\"}").follow(rows(), "FROM rows"))
                    .isInstanceOf(RecipeException.class)
                    .hasMessageStartingWith("lookup " + name + ": ");
        }
    }

    @Test
    void columnsHaveAnEnd() {
        ObjectNode wide = JsonMapper.shared().createObjectNode();
        for (int i = 0; i <= 1000; i++) {
            wide.put("c" + i, "");
        }
        assertThatThrownBy(() -> new Kitchen().follow(new ListedRows(Stream.of(wide))))
                .isInstanceOf(RecipeException.class)
                .hasMessage("rows: more than 1000 columns, \"c1000\" is the next");
    }

    @Test
    void limitsArePositive() {
        assertThatThrownBy(() -> new RecipeLimits(0, 1, 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String step) {
        return assertThatThrownBy(() -> new Kitchen().follow(rows(), step))
                .as(step)
                .isInstanceOf(RecipeException.class);
    }

    private static ListedRows rows() {
        return ListedRows.of("{\"a\":\"x\"}");
    }
}
