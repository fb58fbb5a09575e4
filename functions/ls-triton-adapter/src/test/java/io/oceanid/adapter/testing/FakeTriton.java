package io.oceanid.adapter.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.oceanid.adapter.kserve.ModelDescription;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A Triton on a real socket that says what it is told to say. Knows binary tensors, and no model until told of one.
 *
 * <p>Thread-safe.
 */
public final class FakeTriton implements AutoCloseable {

    private static final FakeAnswer SERVER =
            FakeAnswer.json("{\"name\":\"triton\",\"version\":\"2.51.0\",\"extensions\":[\"binary_tensor_data\"]}");

    private final ServerSocket server;
    private final Map<String, Function<FakeRequest, FakeAnswer>> script = new ConcurrentHashMap<>();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger hungUp = new AtomicInteger();

    private FakeTriton(ServerSocket server) {
        this.server = server;
    }

    /** Starts on a free port. */
    public static FakeTriton start() {
        try {
            FakeTriton fake = new FakeTriton(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            fake.on("/v2", SERVER);
            Thread.ofVirtual().start(fake::accept);
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code TRITON_BASE_URL} has it. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Answers to a path, in their order; the last one again and again. Replaces what was said of it before. */
    public FakeTriton on(String path, FakeAnswer... answers) {
        Deque<FakeAnswer> next = new ConcurrentLinkedDeque<>(List.of(answers));
        return on(path, _ -> {
            synchronized (next) {
                return next.size() > 1 ? next.removeFirst() : next.getFirst();
            }
        });
    }

    /** Answers to a path as a function says. Replaces what was said of it before. */
    public FakeTriton on(String path, Function<FakeRequest, FakeAnswer> answer) {
        script.put(path, answer);
        return this;
    }

    /** Answers to inferences with a model; see {@link #on}. */
    public FakeTriton infers(String model, FakeAnswer... answers) {
        return on("/v2/models/" + model + "/infer", answers);
    }

    /** Answers to inferences with a model as a function says. */
    public FakeTriton infers(String model, Function<FakeRequest, FakeAnswer> answer) {
        return on("/v2/models/" + model + "/infer", answer);
    }

    /** Knows a model from now on. */
    public FakeTriton knows(ModelDescription model) {
        String path = "/v2/models/" + model.name();
        return on(path, FakeAnswer.metadata(model)).on(path + "/config", FakeAnswer.config(model));
    }

    /** What was asked so far, but for what server this is. */
    public List<FakeRequest> requests() {
        return requests.stream()
                .filter(request -> !request.path().equals("/v2"))
                .toList();
    }

    /** The one question that was asked so far. */
    public FakeRequest request() {
        List<FakeRequest> asked = requests();
        if (asked.size() != 1) {
            throw new AssertionError("asked " + asked.size() + " times");
        }
        return asked.getFirst();
    }

    /** What was asked of a path so far. */
    public List<FakeRequest> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Connections so far. */
    public int connections() {
        return connections.size();
    }

    /** Connections that the other side ended. */
    public int hungUp() {
        return hungUp.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String start = line(in); !start.isEmpty(); start = line(in)) {
                FakeRequest request = read(start, in);
                requests.add(request);
                if (!answer(next(request), connection, in)) {
                    return;
                }
            }
            hungUp.incrementAndGet();
        } catch (IOException _) {
            hungUp.incrementAndGet();
        }
    }

    private FakeAnswer next(FakeRequest request) {
        return script.getOrDefault(request.path(), _ -> FakeAnswer.error(404, "Not Found"))
                .apply(request);
    }

    private static boolean answer(FakeAnswer answer, Socket connection, InputStream in) throws IOException {
        if (answer.delay().isPositive() && isGone(answer, connection, in)) {
            throw new IOException("gone");
        }
        byte[] bytes = answer.toBytes();
        int length = answer.bytes() < 0 ? bytes.length : Math.min(answer.bytes(), bytes.length);
        OutputStream out = connection.getOutputStream();
        if (answer.dripping()) {
            for (int i = 0; i < length; i++) {
                out.write(bytes[i]);
                LockSupport.parkNanos(1);
            }
        } else {
            out.write(bytes, 0, length);
        }
        return length == bytes.length;
    }

    /** Waits, and sees whether the other side does too. */
    private static boolean isGone(FakeAnswer answer, Socket connection, InputStream in) throws IOException {
        connection.setSoTimeout(Math.toIntExact(answer.delay().toMillis()));
        try {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } finally {
            connection.setSoTimeout(0);
        }
    }

    private static FakeRequest read(String start, InputStream in) throws IOException {
        String[] words = start.split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("not HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(Objects.requireNonNullElse(headers.get("content-length"), "0"));
        return new FakeRequest(words[0], words[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
