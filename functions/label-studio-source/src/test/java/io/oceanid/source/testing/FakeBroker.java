package io.oceanid.source.testing;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker on a socket that does as it is told, and keeps what it was sent. */
public final class FakeBroker implements AutoCloseable {

    private final ServerSocket server;
    private final List<Posted> posts = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.answering(202);

    private FakeBroker(ServerSocket server) {
        this.server = server;
    }

    /**
     * One request.
     *
     * @param headers by name in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Posted(String requestLine, Map<String, String> headers, byte[] body) {

        /** The event that it holds. */
        public CloudEvent event() {
            return CloudEventCodec.decode(headers, body).getFirst();
        }
    }

    /** Starts on a free port. */
    public static FakeBroker start() {
        try {
            FakeBroker broker = new FakeBroker(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(broker::accept);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers so from here on. */
    public FakeBroker behave(Behaviour how) {
        behaviour = how;
        return this;
    }

    /** For {@code K_SINK}. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/default/broker";
    }

    /** What came so far. */
    public List<Posted> posts() {
        return List.copyOf(posts);
    }

    /** The events that came so far. */
    public List<CloudEvent> events() {
        return posts.stream().map(Posted::event).toList();
    }

    /** The connections that came so far. */
    public int connections() {
        return connections.size();
    }

    /** Forgets what came, and answers 202 again. */
    public void forget() {
        posts.clear();
        behaviour = Behaviour.answering(202);
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
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                Posted post = HttpReading.of(in);
                posts.add(post);
                if (!behaviour.answer(post, posts.size(), connection)) {
                    return;
                }
            }
        } catch (IOException _) {
            // the other side hung up
        }
    }
}
