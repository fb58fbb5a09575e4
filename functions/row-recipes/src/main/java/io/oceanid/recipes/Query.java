package io.oceanid.recipes;

import io.oceanid.rows.RecipeException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a query pass that only reads the tables it may. It goes by DuckDB's own syntax tree, and by what is allowed: DuckDB's
 * settings shut files and networks off already, yet not its catalogue, nor writing to tables and files from within a WITH.
 */
final class Query {

    private static final int LONGEST = 20_000;

    private static final Set<String> NODES = Set.of(
            "SELECT_NODE",
            "SET_OPERATION_NODE",
            "RECURSIVE_CTE_NODE",
            "CTE_NODE",
            "BASE_TABLE",
            "SUBQUERY",
            "JOIN",
            "TABLE_FUNCTION",
            "EMPTY",
            "EXPRESSION_LIST",
            "PIVOT",
            "LIMIT_MODIFIER",
            "LIMIT_PERCENT_MODIFIER",
            "ORDER_MODIFIER",
            "DISTINCT_MODIFIER",
            "ORDER_DEFAULT",
            "ASCENDING",
            "DESCENDING");

    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("unnest", "range", "generate_series", "json_each", "json_tree");

    /** They tell of the machine, or write its log. */
    private static final Set<String> REFUSED_FUNCTIONS =
            Set.of("current_setting", "getenv", "getvariable", "write_log", "sleep_ms");

    private final String where;

    private Query(String where) {
        this.where = where;
    }

    /**
     * Refuses what is no single, reading query.
     *
     * @param tables folded names of the tables it may read
     */
    static void check(Database database, String where, String sql, Set<String> tables) throws SQLException {
        Query query = new Query(where);
        if (sql.length() > LONGEST) {
            throw query.refusal("longer than " + LONGEST + " characters");
        }
        if (sql.indexOf('\0') >= 0) {
            throw query.refusal("a NUL character");
        }
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(database.syntaxTree(sql));
        } catch (JacksonException _) {
            throw query.refusal("too deeply nested");
        }
        if (tree.path("error").asBoolean()) {
            boolean other = tree.path("error_type").asString("").equals("not implemented");
            throw query.refusal(
                    other
                            ? "has to be a query (SELECT, FROM or WITH)"
                            : tree.path("error_message").asString(""));
        }
        if (tree.path("statements").size() != 1) {
            throw query.refusal(
                    "has to be one query, and is " + tree.path("statements").size());
        }
        query.walk(tree.path("statements").path(0), tables);
    }

    private void walk(JsonNode node, Set<String> tables) {
        if (!node.isObject()) {
            node.forEach(item -> walk(item, tables));
            return;
        }
        see(node, tables);
        Set<String> visible = withOwn(node, tables);
        node.forEachEntry((name, child) -> {
            if (!name.equals("cte_map")) {
                walk(child, visible);
            }
        });
    }

    /** Walks the tables that a query defines for itself: each may read those before it. */
    private Set<String> withOwn(JsonNode node, Set<String> tables) {
        Set<String> visible = new HashSet<>(tables);
        if (node.path("type").asString("").equals("RECURSIVE_CTE_NODE")) {
            visible.add(Sql.folded(node.path("cte_name").asString("")));
        }
        for (JsonNode own : node.path("cte_map").path("map")) {
            walk(own.path("value"), visible);
            visible.add(Sql.folded(own.path("key").asString("")));
        }
        return visible;
    }

    private void see(JsonNode node, Set<String> tables) {
        String type = node.path("type").asString("");
        if (node.path("class").asString("").equals("FUNCTION")) {
            allow(!REFUSED_FUNCTIONS.contains(name(node, "function_name")), name(node, "function_name"));
        } else if (node.path("type").isString() && !node.has("class")) {
            allow(NODES.contains(type), type.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (type.equals("TABLE_FUNCTION")) {
            String function = name(node.path("function"), "function_name");
            allow(TABLE_FUNCTIONS.contains(function), function);
        }
        if (type.equals("BASE_TABLE")) {
            boolean qualified = !name(node, "schema_name").isEmpty()
                    || !name(node, "catalog_name").isEmpty();
            if (qualified || !tables.contains(name(node, "table_name"))) {
                throw refusal(
                        "no table " + node.path("table_name").asString("") + "; there are " + new TreeSet<>(tables));
            }
        }
    }

    private static String name(JsonNode node, String field) {
        return Sql.folded(node.path(field).asString(""));
    }

    private void allow(boolean allowed, String what) {
        if (!allowed) {
            throw refusal("a recipe may not use " + what);
        }
    }

    private RecipeException refusal(String why) {
        return new RecipeException(where + ": " + why);
    }
}
