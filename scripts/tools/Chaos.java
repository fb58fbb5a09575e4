import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills one part of the pipeline after another, and starts it again a little later. */
final class Chaos implements AutoCloseable {

    private final Pipeline pipeline;
    private final Random random;
    private final Map<String, Integer> killed = new TreeMap<>();
    private final Thread thread = Thread.ofPlatform().unstarted(this::rage);
    private volatile boolean ends;
    private volatile IOException failure;

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
            throw failure;
        }
    }

    private void rage() {
        List<String> names = pipeline.names();
        try {
            while (!ends) {
                Thread.sleep(2_000 + random.nextInt(4_000));
                String name = names.get(random.nextInt(names.size()));
                pipeline.kill(name);
                count(name);
                Thread.sleep(random.nextInt(3_000));
                pipeline.start(name);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String name) {
        killed.merge(name, 1, Integer::sum);
    }
}
