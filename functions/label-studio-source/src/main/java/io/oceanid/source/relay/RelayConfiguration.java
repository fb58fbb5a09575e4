package io.oceanid.source.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.source.broker.Broker;
import io.oceanid.source.broker.Overrides;
import io.oceanid.support.http.Admission;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The function, and what stands before it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
public class RelayConfiguration {

    /** A raw webhook of Label Studio's to the broker. */
    @Bean
    Function<Flux<Message<String>>, Mono<Void>> webhook(Relay relay) {
        return messages -> messages.map(message -> message.getPayload().getBytes(StandardCharsets.UTF_8))
                .concatMap(relay::relay)
                .then();
    }

    @Bean
    Relay relay(Translation translation, Broker broker, RelayProperties properties) {
        return new Relay(translation, broker, properties.budget(), properties.postsAtOnce());
    }

    @Bean
    Translation translation(Overrides overrides, RelayProperties properties) {
        return new Translation(new WebhookTranslator(properties.labelStudioUrl()), overrides, InstantSource.system());
    }

    @Bean
    ApplicationRunner warmUp(Translation translation, Environment environment, RelayProperties properties) {
        // what is compiled ahead is as warm as it gets
        boolean warm = NativeDetector.inNativeImage() || properties.warmUp().isZero();
        return warm ? _ -> {} : new WarmUp(translation, environment, properties.warmUp());
    }

    @Bean
    WebFilter webhookWatch(MeterRegistry meters) {
        return new WebhookWatch("/webhook", meters);
    }

    @Bean
    Admission admission(RelayProperties properties) {
        return new Admission(
                properties.maxBody().toBytes(), properties.maxInFlight().toBytes());
    }
}
