package io.oceanid.support;

import io.oceanid.support.failure.ProblemHandler;
import io.oceanid.support.http.EmptyAnswer;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every function imports. It has to say its {@link Routes}. */
@Configuration(proxyBeanMethods = false)
public class FunctionSupportConfiguration {

    @Bean
    RouteGuard routeGuard(Routes routes) {
        return new RouteGuard(routes);
    }

    @Bean
    EmptyAnswer emptyAnswer() {
        return new EmptyAnswer();
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }
}
