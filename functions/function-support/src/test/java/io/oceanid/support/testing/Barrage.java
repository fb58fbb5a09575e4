package io.oceanid.support.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.testing.RawHttp.Answer;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many requests that were never thought of, over a few connections that are kept. Each gets an answer in time that is no
 * failure of the function's own and tells nothing of the code behind it.
 */
public final class Barrage {

    /** How many requests there are in all; {@code -Dfuzz.inputs} makes them more than a build has time for. */
    public static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_000);

    private static final int CONNECTIONS = 8;

    /** Other than 500: those that blame somebody else. */
    private static final Set<Integer> OF_OTHERS = Set.of(502, 503);

    private Barrage() {}

    /**
     * A request and what there is to know of it.
     *
     * @param about for whoever looks at the answer
     */
    public record Shot<T>(RawRequest request, T about) {}

    /**
     * Sends them all, and says on standard output how they were answered.
     *
     * @param shots makes one of a source of changes
     * @param then looks at each answer, on several threads at once
     * @return answers by status
     */
    public static <T> Map<Integer, Integer> at(
            int port, Function<Mutations, Shot<T>> shots, BiConsumer<T, Answer> then) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Map<Integer, Integer>>> parts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Mutations mutations = new Mutations(i);
                parts.add(threads.submit(() -> fire(port, INPUTS / CONNECTIONS, () -> shots.apply(mutations), then)));
            }
            for (Future<Map<Integer, Integer>> part : parts) {
                part.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        System.out.println("answers by status: " + statuses);
        return statuses;
    }

    private static <T> Map<Integer, Integer> fire(
            int port, int times, Supplier<Shot<T>> shots, BiConsumer<T, Answer> then) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        RawHttp connection = RawHttp.connect(port);
        try {
            for (int i = 0; i < times; i++) {
                Shot<T> shot = shots.get();
                Answer answer = askedOn(connection, shot.request());
                if (answer == null) {
                    connection = reopened(port, connection);
                    answer = connection.send(shot.request().bytes()).answer();
                }
                check(shot.request(), answer);
                then.accept(shot.about(), answer);
                statuses.merge(answer.status(), 1, Integer::sum);
                if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
                    connection = reopened(port, connection);
                }
            }
        } finally {
            connection.close();
        }
        return statuses;
    }

    /** Null where the other side has hung up meanwhile, as it may. */
    private static @Nullable Answer askedOn(RawHttp connection, RawRequest request) {
        try {
            return connection.send(request.bytes()).answer();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw new AssertionError("no answer in time to " + request, e);
            }
            return null;
        }
    }

    private static RawHttp reopened(int port, RawHttp connection) {
        connection.close();
        return RawHttp.connect(port);
    }

    private static void check(RawRequest request, Answer answer) {
        assertThat(answer.status() < 500 || OF_OTHERS.contains(answer.status()))
                .as("%s%nwas the answer to%n%s", answer, request)
                .isTrue();
        if (answer.status() >= 400) {
            assertThat(answer.body())
                    .as("the answer to %s", request)
                    .doesNotContain("java.", "org.springframework", "io.oceanid.support", "reactor.", "Exception:");
        }
    }
}
