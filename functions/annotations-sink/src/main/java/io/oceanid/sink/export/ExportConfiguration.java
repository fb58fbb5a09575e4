package io.oceanid.sink.export;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /projects/{id}/export}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
public class ExportConfiguration {

    @Bean
    RouterFunction<ServerResponse> export(ConnectionPool connections, ExportProperties properties) {
        return ExportRoute.of(new Exports(connections, properties));
    }
}
