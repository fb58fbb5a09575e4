package io.oceanid.sink.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a sink and its database, and can take it away. */
public final class DatabaseProxy implements AutoCloseable {

    /** What the sink sees of its database. */
    public enum State {
        WELL,
        /** Connections break and none can be made. */
        GONE,
        /** Connections stand, and nothing comes through them. */
        SILENT
    }

    private final URI database;
    private final ServerSocket server;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong answered = new AtomicLong();
    private volatile State state = State.WELL;

    private DatabaseProxy(URI database, ServerSocket server) {
        this.database = database;
        this.server = server;
    }

    /** Starts one before a database. */
    public static DatabaseProxy before(TestDatabase database) {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            DatabaseProxy proxy = new DatabaseProxy(URI.create(database.url()), server);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code DATABASE_URL} has it. */
    public String url() {
        return database.toString().replace(":" + database.getPort() + "/", ":" + server.getLocalPort() + "/");
    }

    /** From now on the database is like this. */
    public void become(State next) {
        state = next;
        if (next != State.SILENT) {
            // what was silent has lost bytes and cannot go on either
            open.forEach(DatabaseProxy::close);
        }
    }

    /** Bytes that the database has answered so far. */
    public long answered() {
        return answered.get();
    }

    @Override
    public void close() {
        close(server);
        open.forEach(DatabaseProxy::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket sink = server.accept();
                if (state == State.GONE) {
                    close(sink);
                    continue;
                }
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database.getPort());
                open.add(sink);
                open.add(postgres);
                if (state == State.GONE) {
                    // became so since the sink was let in
                    close(sink);
                    close(postgres);
                    continue;
                }
                sink.setTcpNoDelay(true);
                postgres.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(sink, postgres, new AtomicLong()));
                Thread.ofVirtual().start(() -> pump(postgres, sink, answered));
            } catch (IOException _) {
                // the next one, if the server is still open
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicLong bytes) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                bytes.addAndGet(n);
                if (state != State.SILENT) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException _) {
            // broken, as was wanted
        }
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException _) {
            // closed enough
        }
    }
}
