package io.oceanid.source;

import io.oceanid.source.broker.BrokerConfiguration;
import io.oceanid.source.relay.RelayConfiguration;
import io.oceanid.support.FunctionApplication;
import io.oceanid.support.FunctionSupportConfiguration;
import io.oceanid.support.health.HealthAnswer;
import io.oceanid.support.http.JsonBodyFilter;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The function label-studio-source. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({FunctionSupportConfiguration.class, BrokerConfiguration.class, RelayConfiguration.class})
public class LabelStudioSource {

    /**
     * Starts the function.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        FunctionApplication.run(LabelStudioSource.class, args);
    }

    @Bean
    Routes routes() {
        return Routes.of(Route.post("/webhook"));
    }

    @Bean
    JsonBodyFilter jsonBodies() {
        return JsonBodyFilter.of("/webhook");
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return HealthAnswer.alwaysWell(Map.of());
    }
}
