package io.oceanid.sink.overview;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /overview} and {@code GET /projects/{id}/labels}. */
@Configuration(proxyBeanMethods = false)
public class OverviewConfiguration {

    @Bean
    RouterFunction<ServerResponse> overview(ConnectionPool connections) {
        return OverviewRoute.of(new Overviews(connections), new LabelCounts(connections));
    }
}
