package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections to one peer, of all its addresses together.
 *
 * <p>Thread-safe.
 */
public final class HttpPoolMeters implements ConnectionProvider.MeterRegistrar {

    private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    /** @param peer the attribute {@code peer.service} */
    public HttpPoolMeters(MeterRegistry meters, String peer) {
        open(meters, peer, "active", ConnectionPoolMetrics::acquiredSize);
        open(meters, peer, "idle", ConnectionPoolMetrics::idleSize);
        Gauge.builder("http.client.pending_requests", () -> sum(ConnectionPoolMetrics::pendingAcquireSize))
                .description("Requests that wait for a connection")
                .tag("peer.service", peer)
                .register(meters);
    }

    @Override
    public void registerMetrics(String poolName, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
        pools.put(key(id, remote), metrics);
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remote) {
        pools.remove(key(id, remote));
    }

    private void open(MeterRegistry meters, String peer, String state, ToIntFunction<ConnectionPoolMetrics> size) {
        Gauge.builder("http.client.open_connections", () -> sum(size))
                .description("Connections, by whether they are used")
                .tag("http.connection.state", state)
                .tag("peer.service", peer)
                .register(meters);
    }

    private int sum(ToIntFunction<ConnectionPoolMetrics> size) {
        return pools.values().stream().mapToInt(size).sum();
    }

    private static String key(String id, SocketAddress remote) {
        return id + " " + remote;
    }
}
