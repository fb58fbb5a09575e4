import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Requests over each of some connections, one after another, for a time. */
final class ClosedLoop {

    private ClosedLoop() {}

    /**
     * What came of it.
     *
     * @param nanos of each call, sorted
     * @param took in nanoseconds, all of it
     */
    record Outcome(long[] nanos, long took) {

        double callsASecond() {
            return nanos.length * 1e9 / took;
        }

        /** In milliseconds. */
        double percentile(int percent) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }
    }

    /** @throws IOException if one of them is not answered as it should be */
    static Outcome run(URI server, int connections, long nanos, Supplier<byte[]> requests)
            throws IOException, InterruptedException {
        try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
            long begin = System.nanoTime();
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(callers.submit(() -> calls(server, begin + nanos, requests)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> caller : running) {
                all.addAll(caller.get());
            }
            return new Outcome(all.stream().mapToLong(Long::longValue).sorted().toArray(), System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(server, e.getCause().getMessage()), e.getCause());
        }
    }

    private static List<Long> calls(URI server, long end, Supplier<byte[]> requests) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Wire wire = new Wire(server)) {
            while (System.nanoTime() < end || nanos.isEmpty()) {
                byte[] request = requests.get();
                long begin = System.nanoTime();
                wire.call(request);
                nanos.add(System.nanoTime() - begin);
            }
        }
        return nanos;
    }
}
