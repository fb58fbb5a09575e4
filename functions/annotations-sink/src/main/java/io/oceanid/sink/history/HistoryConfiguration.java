package io.oceanid.sink.history;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /annotations/{id}/history}. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    @Bean
    RouterFunction<ServerResponse> history(ConnectionPool connections) {
        return HistoryRoute.of(new Histories(connections));
    }
}
