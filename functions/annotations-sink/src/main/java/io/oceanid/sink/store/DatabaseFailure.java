package io.oceanid.sink.store;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failed transaction means, told by SQLSTATE (PostgreSQL documentation, appendix A), not by exception class. */
enum DatabaseFailure {
    /** Lost against another transaction, or with its connection: again, since nothing is done twice. */
    AGAIN,
    /** The database is not there, or not as it should be: later again, by the caller. */
    UNAVAILABLE,
    /** The rows themselves are refused: never again. */
    REFUSED;

    /** Serialization failure, deadlock; shutdowns, by which the server says good-bye to a connection. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "57P01", "57P02");

    /** The class of states that say that a connection is broken. */
    private static final String CONNECTION = "08";

    /** Classes of states that come of what is in the rows: cardinality, data, integrity, limits exceeded. */
    private static final Set<String> OF_THE_ROWS = Set.of("21", "22", "23", "54");

    static DatabaseFailure of(Throwable error) {
        return switch (error) {
            case R2dbcException e when e.getSqlState() != null -> of(e.getSqlState());
            case IllegalArgumentException _ -> REFUSED;
            default -> UNAVAILABLE;
        };
    }

    private static DatabaseFailure of(String sqlState) {
        if (PASSING.contains(sqlState) || sqlState.startsWith(CONNECTION)) {
            return AGAIN;
        }
        return sqlState.length() == 5 && OF_THE_ROWS.contains(sqlState.substring(0, 2)) ? REFUSED : UNAVAILABLE;
    }

    /** A failure to commit, in words that tell nothing of rows, hosts or code. */
    static String unavailability(Throwable error) {
        String sqlState = error instanceof R2dbcException e ? e.getSqlState() : null;
        return switch (sqlState) {
            case null -> "PostgreSQL cannot be reached";
            case String state when state.startsWith("08") -> "PostgreSQL cannot be reached (" + state + ")";
            case "42P01", "42703", "42883", "3F000" ->
                "PostgreSQL lacks what this sink writes to: the migration of schema oceanid is missing (" + sqlState
                        + ")";
            case "3D000" -> "PostgreSQL has no such database (3D000)";
            case "28000", "28P01", "42501" -> "PostgreSQL does not let this sink in (" + sqlState + ")";
            default -> "PostgreSQL cannot store anything for now (" + sqlState + ")";
        };
    }

    /** Whether an error is one of the database or the way to it, and not a fault in this program. */
    static boolean isOne(Throwable error) {
        return error instanceof R2dbcException
                || error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof IllegalStateException;
    }
}
