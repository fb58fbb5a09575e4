package io.oceanid.sink.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /}. */
@Configuration(proxyBeanMethods = false)
@ImportRuntimeHints(PageHints.class)
public class PageConfiguration {

    @Bean
    RouterFunction<ServerResponse> page() {
        return PageRoute.create();
    }
}
