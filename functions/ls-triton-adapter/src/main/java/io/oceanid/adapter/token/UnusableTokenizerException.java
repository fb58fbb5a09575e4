package io.oceanid.adapter.token;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A tokenizer that cannot be opened. Its message is one line, and names the file and what is wrong with it. */
public final class UnusableTokenizerException extends RuntimeException {

    UnusableTokenizerException(Path file, String problem, @Nullable Throwable cause) {
        super("The tokenizer %s %s".formatted(file, problem.lines().findFirst().orElse("")), cause);
    }
}
