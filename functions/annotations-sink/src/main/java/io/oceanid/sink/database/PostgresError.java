package io.oceanid.sink.database;

import io.oceanid.support.failure.DependencyUnavailableException;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An error of PostgreSQL or of the way to it, and what the caller is told of one. */
public final class PostgresError {

    private static final Logger log = LoggerFactory.getLogger(PostgresError.class);

    private PostgresError() {}

    /** Whether an error is one, and not a fault in this program. */
    public static boolean isOne(Throwable error) {
        return error instanceof R2dbcException
                || error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof IllegalStateException;
    }

    /** What the caller is told: to come again later, and nothing of rows, hosts or code. The log has the reason. */
    public static DependencyUnavailableException unavailable(Throwable error) {
        log.warn("PostgreSQL: {}", reason(error));
        return new DependencyUnavailableException(inOurWords(sqlState(error)), error);
    }

    /** The SQLSTATE, where there is one, and the message. */
    public static String reason(Throwable error) {
        if (error instanceof TimeoutException) {
            return "no answer in time";
        }
        String sqlState = sqlState(error);
        return sqlState == null ? String.valueOf(error.getMessage()) : sqlState + " " + error.getMessage();
    }

    private static String inOurWords(@Nullable String sqlState) {
        return switch (sqlState) {
            case null -> "PostgreSQL cannot be reached";
            case String state when state.startsWith("08") -> "PostgreSQL cannot be reached (" + state + ")";
            case "42P01", "42703", "42883", "3F000" ->
                "PostgreSQL lacks what this sink works on: the migration of schema oceanid is missing (" + sqlState
                        + ")";
            case "3D000" -> "PostgreSQL has no such database (3D000)";
            case "28000", "28P01", "42501" -> "PostgreSQL does not let this sink in (" + sqlState + ")";
            default -> "PostgreSQL cannot do it for now (" + sqlState + ")";
        };
    }

    private static @Nullable String sqlState(Throwable error) {
        return error instanceof R2dbcException e ? e.getSqlState() : null;
    }
}
