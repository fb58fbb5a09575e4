package io.oceanid.recipes;

import io.oceanid.rows.RecipeException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What DuckDB says, for whoever wrote the recipe. */
final class Complaint {

    private static final int MOST_LINES = 8;
    private static final int LONGEST = 1000;
    private static final Pattern TOO_MUCH =
            Pattern.compile("^Out of Memory Error|failed to (?:allocate|pin|offload) (?:data|block)");
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");

    private final RecipeLimits limits;
    private final Path scratch;

    Complaint(RecipeLimits limits, Path scratch) {
        this.limits = limits;
        this.scratch = scratch;
    }

    RecipeException of(String where, SQLException failure) {
        return new RecipeException(where + ": " + why(failure));
    }

    private String why(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof SQLTimeoutException) {
            return "the recipe took longer than " + limits.time().toSeconds() + " s";
        }
        if (TOO_MUCH.matcher(message).find()) {
            return "needs more than the " + limits.memoryMegabytes() + " MB of memory and " + limits.diskMegabytes()
                    + " MB of disk that a recipe has";
        }
        String text = LINE.matcher(message.replace(scratch.toString(), "scratch"))
                // the query stands on the second line of what DuckDB is given
                .replaceAll(line -> "LINE " + (Integer.parseInt(line.group(1)) - 1) + ":")
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
