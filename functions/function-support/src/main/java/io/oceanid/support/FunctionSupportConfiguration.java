package io.oceanid.support;

import io.oceanid.support.failure.MalformedTarget;
import io.oceanid.support.failure.ProblemHandler;
import io.oceanid.support.http.Admission;
import io.oceanid.support.http.EmptyAnswer;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import io.oceanid.support.http.StalledBody;
import java.time.Duration;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every function imports. It has to say its {@link Routes} and, with its {@link Admission}, its limits. */
@Configuration(proxyBeanMethods = false)
public class FunctionSupportConfiguration {

    /** No sender that is alive pauses for so long. */
    private static final Duration PATIENCE_WITHIN_BODY = Duration.ofSeconds(20);

    @Bean
    RouteGuard routeGuard(Routes routes) {
        return new RouteGuard(routes);
    }

    @Bean
    CodecCustomizer codecs(Admission admission) {
        return admission::takeOffLimit;
    }

    @Bean
    StalledBody stalledBody() {
        return new StalledBody(PATIENCE_WITHIN_BODY);
    }

    @Bean
    EmptyAnswer emptyAnswer() {
        return new EmptyAnswer();
    }

    @Bean
    MalformedTarget malformedTarget() {
        return new MalformedTarget();
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }
}
