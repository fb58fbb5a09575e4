import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands in for a broker: takes everything, as fast as it can or a little later. */
final class Broker implements AutoCloseable {

    private static final byte[] ACCEPTED =
            "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final WireServer server;
    private final Queue<byte[]> recorded = new ConcurrentLinkedQueue<>();
    private final Duration pause;
    private volatile boolean recording;

    /** @param pause before each answer */
    Broker(Duration pause) throws IOException {
        this.pause = pause;
        this.server = new WireServer(this::answer);
    }

    String url() {
        return server.url() + "/";
    }

    /** An event as it was posted in binary mode: headers by their names in lower case. */
    record Event(Map<String, String> headers, String data) {

        static Event of(byte[] request) {
            String text = new String(request, StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            Map<String, String> headers = new LinkedHashMap<>();
            text.substring(0, end).lines().skip(1).forEach(line -> {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            });
            return new Event(headers, text.substring(end + 4));
        }
    }

    interface Step {
        void run() throws Exception;
    }

    /** The requests that come while something runs. */
    List<byte[]> recordingOf(Step step) throws Exception {
        recorded.clear();
        recording = true;
        step.run();
        recording = false;
        return List.copyOf(recorded);
    }

    private byte[] answer(byte[] request) throws InterruptedException {
        if (recording) {
            recorded.add(request);
        }
        if (!pause.isZero()) {
            Thread.sleep(pause);
        }
        return ACCEPTED;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
