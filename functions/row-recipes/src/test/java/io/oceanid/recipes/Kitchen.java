package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Follows recipes, and clears up. */
record Kitchen(RecipeLimits limits, Map<String, Rows> lookups) {

    Kitchen() {
        this(RecipeLimits.DEFAULT, Map.of());
    }

    Kitchen with(RecipeLimits other) {
        return new Kitchen(other, lookups);
    }

    Kitchen withLookup(String name, String... rows) {
        return new Kitchen(limits, Map.of(name, ListedRows.of(rows)));
    }

    List<ObjectNode> follow(Rows rows, String... steps) {
        return follow(rows, new ArrayList<>(), steps);
    }

    List<ObjectNode> follow(Rows rows, List<Reading.Broken> broken, String... steps) {
        List<ObjectNode> given = new ArrayList<>();
        inScratch(scratch -> {
            try (Rows result = new DuckDbRecipeEngine(limits)
                    .follow(new Recipe(List.of(steps)), rows, lookups, scratch, broken::add)) {
                for (Reading reading = result.next(); reading != null; reading = result.next()) {
                    given.add(((Reading.Row) reading).data());
                }
            }
        });
        return given;
    }

    /** What it does in a folder. */
    interface Work {
        void in(Path scratch) throws IOException;
    }

    static void inScratch(Work work) {
        try {
            Path scratch = Files.createTempDirectory("recipes");
            try {
                work.in(scratch);
            } finally {
                try (Stream<Path> files = Files.walk(scratch)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
