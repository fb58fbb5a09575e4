package io.oceanid.rows;

import java.util.List;

/**
 * How rows are made of rows.
 *
 * @param steps SQL queries, each over {@code rows}: what the step before gave, or at first what was read
 */
public record Recipe(List<String> steps) {

    public Recipe {
        steps = List.copyOf(steps);
    }
}
