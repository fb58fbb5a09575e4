package io.oceanid.bootstrapper.imports;

import io.oceanid.rows.Reading;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import io.oceanid.rows.UnreadableSourceException;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Rows that can be read again and again. */
@FunctionalInterface
public interface RowSource {

    /**
     * The rows from the first on. Blocks.
     *
     * @param broken told of rows that are not among them since they cannot be read
     */
    Rows open(Consumer<Reading.Broken> broken) throws IOException;

    /** The rows, read as they are asked for, on a thread that may wait. Fails with an {@link InvalidRequestException}. */
    default Flux<Reading> read(Consumer<Reading.Broken> broken) {
        return Flux.generate(() -> open(broken), RowSource::next, RowSource::close)
                .onErrorMap(UnreadableSourceException.class, e -> new InvalidRequestException("file", message(e)))
                .onErrorMap(RecipeException.class, e -> new InvalidRequestException("recipe", message(e)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Rows next(Rows rows, SynchronousSink<Reading> sink) {
        try {
            Reading reading = rows.next();
            if (reading == null) {
                sink.complete();
            } else {
                sink.next(reading);
            }
        } catch (IOException e) {
            sink.error(e);
        }
        return rows;
    }

    private static void close(Rows rows) {
        try {
            rows.close();
        } catch (IOException _) {
            // what was to be read is read
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
