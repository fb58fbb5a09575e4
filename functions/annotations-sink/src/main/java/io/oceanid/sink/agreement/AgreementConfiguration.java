package io.oceanid.sink.agreement;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /projects/{id}/agreement}. */
@Configuration(proxyBeanMethods = false)
public class AgreementConfiguration {

    @Bean
    RouterFunction<ServerResponse> agreement(ConnectionPool connections) {
        return AgreementRoute.of(new Agreements(connections));
    }
}
