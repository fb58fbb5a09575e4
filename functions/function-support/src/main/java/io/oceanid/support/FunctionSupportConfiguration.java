package io.oceanid.support;

import io.oceanid.support.failure.MalformedTarget;
import io.oceanid.support.failure.ProblemHandler;
import io.oceanid.support.http.Admission;
import io.oceanid.support.http.EmptyAnswer;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import io.oceanid.support.http.StalledBody;
import io.oceanid.support.telemetry.MetricsConfiguration;
import io.oceanid.support.telemetry.OtlpConfiguration;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * What every function imports, beside the settings in {@code function.yaml}. It has to say its {@link Routes} and, with
 * its {@link Admission}, its limits.
 */
@Configuration(proxyBeanMethods = false)
@Import({MetricsConfiguration.class, OtlpConfiguration.class})
@ImportRuntimeHints(CommonSettings.class)
public class FunctionSupportConfiguration {

    @Bean
    RouteGuard routeGuard(Routes routes) {
        return new RouteGuard(routes);
    }

    @Bean
    CodecCustomizer codecs(Admission admission) {
        return admission::takeOffLimit;
    }

    @Bean
    EmptyAnswer emptyAnswer() {
        return new EmptyAnswer();
    }

    /** Not as beans of Netty's own type: that is a {@code Function}, and Spring Cloud Function would run it. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> server() {
        return factory -> factory.addServerCustomizers(MalformedTarget::answeredBy, StalledBody::shownOutBy);
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }
}
