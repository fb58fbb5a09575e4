package io.oceanid.local.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Why a local run cannot go on, in one line that says what to do; the rest is for the log. */
public final class CannotRunException extends RuntimeException {

    public CannotRunException(String line) {
        this(line, null);
    }

    public CannotRunException(String line, @Nullable Throwable cause) {
        super(oneLine(line), cause);
    }

    /** What the innermost cause says, for the end of such a line. */
    public static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return switch (root) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileSystemException failed
            when failed.getReason() == null -> failed.getClass().getSimpleName() + ": " + failed.getFile();
            default -> root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        };
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
