package io.oceanid.recipes;

import io.oceanid.rows.Reading;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One recipe being followed. */
final class Cooking {

    private static final int MOST_STEPS = 50;
    private static final Pattern LOOKUP = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final Database database;
    private final RecipeLimits limits;
    private final Complaint complaint;

    Cooking(Database database, RecipeLimits limits, Complaint complaint) {
        this.database = database;
        this.limits = limits;
        this.complaint = complaint;
    }

    /** Checks first, so that a recipe that cannot be followed does not wait for a million rows. */
    Rows follow(List<String> steps, Rows rows, Map<String, Rows> lookups, Consumer<Reading.Broken> broken)
            throws IOException {
        check(steps, lookups.keySet());
        for (Map.Entry<String, Rows> lookup : lookups.entrySet()) {
            String name = lookup.getKey();
            if (!load(name, lookup.getValue(), broken)) {
                throw new RecipeException("lookup " + name + ": no rows");
            }
        }
        if (!load(Sql.ROWS, rows, broken)) {
            close();
            return NoRows.NONE;
        }
        long end = System.nanoTime() + limits.time().toNanos();
        for (int i = 0; i < steps.size(); i++) {
            step(where(i), steps.get(i), Duration.ofNanos(end - System.nanoTime()));
        }
        try {
            return ResultRows.of(database, Sql.ROWS);
        } catch (SQLException e) {
            throw complaint.of("result", e);
        }
    }

    private void check(List<String> steps, Set<String> lookups) {
        if (steps.size() > MOST_STEPS) {
            throw new RecipeException("more than " + MOST_STEPS + " steps");
        }
        Set<String> tables = new HashSet<>(Set.of(Sql.ROWS));
        for (String lookup : lookups) {
            if (!LOOKUP.matcher(lookup).matches()) {
                throw new RecipeException("lookup " + lookup + ": the name may have letters, digits and _ only");
            }
            if (!tables.add(Sql.folded(lookup))) {
                throw new RecipeException("lookup " + lookup + ": there is another table of that name");
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            try {
                Query.check(database, where(i), steps.get(i), tables);
            } catch (SQLException e) {
                throw complaint.of(where(i), e);
            }
        }
    }

    private boolean load(String table, Rows rows, Consumer<Reading.Broken> broken) throws IOException {
        try {
            return TableLoad.load(database, table, rows, broken);
        } catch (SQLException e) {
            throw complaint.of(table, e);
        }
    }

    private void step(String where, String query, Duration time) {
        // no lookup has such a name
        String next = Sql.quoted("next rows");
        try {
            database.execute("CREATE TABLE " + next + " AS\n" + query, time);
            database.execute("DROP TABLE " + Sql.ROWS);
            database.execute("ALTER TABLE " + next + " RENAME TO " + Sql.ROWS);
        } catch (SQLException e) {
            throw complaint.of(where, e);
        }
    }

    private void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB does not end", e);
        }
    }

    private static String where(int index) {
        return "step " + (index + 1);
    }
}
