package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Run in a JVM of its own: follows a recipe over so many rows, and fails if it gives others than it should. */
final class LargeRows {

    private static final List<String> STEPS = List.of(
            "SELECT rows.*, ports.name FROM rows JOIN ports USING (port)",
            "SELECT *, count(*) OVER (PARTITION BY hs) AS same FROM rows",
            "SELECT id, hs, name, same, concat_ws(' ', goods, name) AS text FROM rows ORDER BY md5(id)");

    private LargeRows() {}

    /** @param arguments how many rows, and the scratch folder */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Rows rows = new ListedRows(IntStream.range(0, count).mapToObj(LargeRows::row));
        Map<String, Rows> lookups = Map.of(
                "ports",
                new ListedRows(IntStream.range(0, 100)
                        .mapToObj(i -> object().put("port", "P" + i).put("name", "Port " + i))));
        long given = 0;
        try (Rows result =
                new DuckDbRecipeEngine().follow(new Recipe(STEPS), rows, lookups, Path.of(arguments[1]), _ -> {})) {
            for (Reading reading = result.next(); reading != null; reading = result.next()) {
                ObjectNode row = ((Reading.Row) reading).data();
                given += row.path("same").asInt() == count / 1000 ? 1 : 0;
            }
        }
        if (given != count) {
            throw new IllegalStateException(given + " rows instead of " + count);
        }
    }

    private static ObjectNode row(int i) {
        return object().put("id", String.valueOf(i))
                .put("hs", String.valueOf(i % 1000))
                .put("port", "P" + i % 100)
                .put(
                        "goods",
                        "goods number " + i + " of some shipment, described at the length that goods have ".repeat(2));
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
