package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Follows recipes in DuckDB's SQL. Each runs in a database of its own that reaches no file but its scratch folder, and no
 * network. All steps are done before the first row of the result is given, so that a recipe that fails gives none.
 */
public final class DuckDbRecipeEngine implements RecipeEngine {

    private final RecipeLimits limits;

    /** With the limits of {@link RecipeLimits#ofSystem()}. */
    public DuckDbRecipeEngine() {
        this(RecipeLimits.ofSystem());
    }

    public DuckDbRecipeEngine(RecipeLimits limits) {
        this.limits = limits;
    }

    @Override
    public Rows follow(
            Recipe recipe, Rows rows, Map<String, Rows> lookups, Path scratch, Consumer<Reading.Broken> broken)
            throws IOException {
        Database database = open(scratch);
        try {
            return new Cooking(database, limits, new Complaint(limits, scratch))
                    .follow(recipe.steps(), rows, lookups, broken);
        } catch (IOException | RuntimeException | Error e) {
            close(database, e);
            throw e;
        }
    }

    private Database open(Path scratch) throws IOException {
        try {
            return Database.open(limits, scratch);
        } catch (SQLException e) {
            throw new IOException("DuckDB does not start", e);
        }
    }

    private static void close(Database database, Throwable cause) {
        try {
            database.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
