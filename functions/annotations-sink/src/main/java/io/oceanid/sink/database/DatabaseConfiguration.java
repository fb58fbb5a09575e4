package io.oceanid.sink.database;

import io.oceanid.support.health.HealthAnswer;
import io.oceanid.support.health.ReadinessCheck;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The database, and what is said of its health. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {

    /** Shorter than any prober's patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean(destroyMethod = "dispose")
    ConnectionPool connections(DatabaseProperties properties) {
        return PostgresConnections.pool(properties);
    }

    @Bean
    PoolMeters poolMeters(ConnectionPool connections) {
        return new PoolMeters(connections);
    }

    @Bean
    DatabaseHealth databaseHealth(ConnectionPool connections) {
        return new DatabaseHealth(connections);
    }

    /**
     * A missing migration is told at the start, not by the first event that fails. A thread of its own waits for the
     * database, since the start should not and nothing is subscribed to and forgotten.
     */
    @Bean
    ApplicationRunner firstLook(DatabaseHealth database) {
        return _ -> Thread.startVirtualThread(
                () -> database.isWell(DatabaseHealth.LONGEST).toFuture().join());
    }

    @Bean
    RouterFunction<ServerResponse> health(DatabaseHealth database) {
        return HealthAnswer.route(database.isWell(PATIENCE).map(well -> Map.of("database", well)));
    }

    @Bean
    ReadinessCheck databaseReadiness(DatabaseHealth database) {
        return () -> database.isWell(PATIENCE);
    }
}
