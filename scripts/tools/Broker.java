import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

    private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final Queue<byte[]> recorded = new ConcurrentLinkedQueue<>();
    private final Duration pause;
    private volatile boolean recording;

    /** @param pause before each answer */
    Broker(Duration pause) throws IOException {
        this.pause = pause;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getLocalPort());
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

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            while (true) {
                byte[] request = read(in);
                if (recording) {
                    recorded.add(request);
                }
                if (!pause.isZero()) {
                    Thread.sleep(pause);
                }
                connection.getOutputStream().write(ACCEPTED);
            }
        } catch (IOException | InterruptedException _) {
            // the other side hung up
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(4_096);
        int length = 0;
        for (String line = line(in, request); !line.isEmpty(); line = line(in, request)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        request.write(in.readNBytes(length));
        return request.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream into) throws IOException {
        int begin = into.size();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            into.write(b);
        }
        into.write('\n');
        byte[] all = into.toByteArray();
        return new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
