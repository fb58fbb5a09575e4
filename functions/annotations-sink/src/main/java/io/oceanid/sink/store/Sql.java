package io.oceanid.sink.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs one statement for many rows; for none it does not ask the database at all. */
public final class Sql {

    private Sql() {}

    /** Runs a statement that answers nothing. */
    public static Mono<Void> run(Connection connection, String sql, Rows rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : update(rows.bindTo(connection.createStatement(sql)).execute());
    }

    /** Runs a statement and reads what it answers. */
    public static <T> Flux<T> query(Connection connection, String sql, Rows rows, Function<Readable, T> read) {
        return rows.isEmpty()
                ? Flux.empty()
                : Flux.from(rows.bindTo(connection.createStatement(sql)).execute())
                        .concatMap(result -> result.map(read));
    }

    /**
     * Runs statements of one connection one after the other, without waiting for an answer before the next is sent. An error is
     * that of the first that failed; in a transaction those after it do nothing.
     *
     * @return what the last of them answers
     */
    static <T> Mono<T> pipelined(List<Mono<Void>> before, Mono<T> last) {
        List<Mono<T>> all = new ArrayList<>(before.size() + 1);
        before.forEach(statement -> all.add(statement.then(Mono.empty())));
        all.add(last);
        return Flux.mergeSequential(all).singleOrEmpty();
    }

    /** The value of a column that is never null. */
    public static <T> T required(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private static Mono<Void> update(Publisher<? extends Result> results) {
        return Flux.from(results).concatMap(Result::getRowsUpdated).then();
    }
}
