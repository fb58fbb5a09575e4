package io.oceanid.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Follows recipes. Thread-safe. Found by {@link java.util.ServiceLoader}, so that a function may go without. */
public interface RecipeEngine {

    /**
     * Follows a recipe. Blocks until all of {@code rows} are read.
     *
     * @param lookups tables that the recipe may join, by name
     * @param scratch an empty folder for what does not fit into memory; the caller deletes it after the result is closed
     * @param broken told of each row that cannot be read
     * @return what the last step gives; closing it ends the engine's work
     * @throws RecipeException if the recipe is wrong, or does not go with the rows
     */
    Rows follow(Recipe recipe, Rows rows, Map<String, Rows> lookups, Path scratch, Consumer<Reading.Broken> broken)
            throws IOException;
}
