package io.oceanid.sink.store;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;

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
}
