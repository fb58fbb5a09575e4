package io.oceanid.support;

import io.oceanid.support.access.AccessConfiguration;
import io.oceanid.support.failure.MalformedTarget;
import io.oceanid.support.failure.ProblemHandler;
import io.oceanid.support.function.FunctionCatalogConfiguration;
import io.oceanid.support.health.Probes;
import io.oceanid.support.health.ReadinessCheck;
import io.oceanid.support.http.Admission;
import io.oceanid.support.http.AnsweringThread;
import io.oceanid.support.http.EmptyAnswer;
import io.oceanid.support.http.RouteGuard;
import io.oceanid.support.http.Routes;
import io.oceanid.support.http.StalledBody;
import io.oceanid.support.idle.IdleConfiguration;
import io.oceanid.support.telemetry.MetricsConfiguration;
import io.oceanid.support.telemetry.OtlpConfiguration;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.netty.autoconfigure.NettyAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What every function imports, beside the settings in {@code function.yaml}. It has to say its {@link Routes} and, with
 * its {@link Admission}, its limits.
 *
 * <p>Of Spring's auto-configurations there are those that are named here and no others: each more takes time of every start
 * and room in every native executable.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessConfiguration.class,
    FunctionCatalogConfiguration.class,
    IdleConfiguration.class,
    MetricsConfiguration.class,
    OtlpConfiguration.class,
    UnusedBeans.class
})
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    NettyAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class
})
@ImportRuntimeHints(CommonSettings.class)
public class FunctionSupportConfiguration {

    @Bean
    RouteGuard routeGuard(Routes routes) {
        return new RouteGuard(routes);
    }

    @Bean
    WebHttpHandlerBuilderCustomizer answeringThread() {
        return handler -> handler.httpHandlerDecorator(AnsweringThread::of);
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
    RouterFunction<ServerResponse> probes(ApplicationAvailability availability, List<ReadinessCheck> checks) {
        return Probes.of(availability, checks);
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }
}
