import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills one part of the pipeline after another, and starts it again a little later: in a random order, and none again
 * before each other was killed as often.
 */
final class Chaos implements AutoCloseable {

    private final Pipeline pipeline;
    private final Random random;
    private final Map<String, Integer> killed = new TreeMap<>();
    private final Thread thread = Thread.ofPlatform().unstarted(this::rage);
    private volatile boolean ends;
    private volatile Exception failure;

    Chaos(Pipeline pipeline, Random random) {
        this.pipeline = pipeline;
        this.random = random;
    }

    void begin() {
        thread.start();
    }

    /** Which parts were killed so far, and how often. */
    synchronized Map<String, Integer> killed() {
        return Map.copyOf(killed);
    }

    /** Whatever was killed is started again before this returns. */
    @Override
    public void close() throws InterruptedException, IOException {
        ends = true;
        thread.join();
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void rage() {
        Deque<String> next = new ArrayDeque<>();
        try {
            while (!ends) {
                Thread.sleep(2_000 + random.nextInt(4_000));
                if (next.isEmpty()) {
                    next.addAll(shuffled(pipeline.names()));
                }
                String name = next.remove();
                pipeline.kill(name);
                count(name);
                Thread.sleep(random.nextInt(3_000));
                pipeline.start(name);
                // else on a slow machine there is always one that starts yet, and nothing ever gets through
                pipeline.await(name);
            }
        } catch (IOException | IllegalStateException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private synchronized void count(String name) {
        killed.merge(name, 1, Integer::sum);
    }
}
