package io.oceanid.sink.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.function.ToDoubleFunction;

/** Shows the pool of connections, as OpenTelemetry's conventions for database clients have it. */
record PoolMeters(ConnectionPool pool) implements MeterBinder {

    private static final Tags POOL = Tags.of("db.client.connection.pool.name", "postgresql");

    @Override
    public void bindTo(MeterRegistry meters) {
        String count = "Connections that are open, by what they do";
        gauge(meters, "count", count, POOL.and("db.client.connection.state", "used"), PoolMetrics::acquiredSize);
        gauge(meters, "count", count, POOL.and("db.client.connection.state", "idle"), PoolMetrics::idleSize);
        gauge(meters, "max", "Connections that may be open", POOL, PoolMetrics::getMaxAllocatedSize);
        gauge(meters, "pending_requests", "Callers that wait for one", POOL, PoolMetrics::pendingAcquireSize);
    }

    private void gauge(
            MeterRegistry meters, String name, String description, Tags tags, ToDoubleFunction<PoolMetrics> value) {
        pool.getMetrics()
                .ifPresent(metrics -> Gauge.builder("db.client.connection." + name, metrics, value)
                        .description(description)
                        .tags(tags)
                        .strongReference(true)
                        .register(meters));
    }
}
