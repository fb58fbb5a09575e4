package io.oceanid.sink.quarantine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.database.DatabaseProperties;
import io.oceanid.sink.intake.Intake;
import io.oceanid.sink.intake.SinkProperties;
import io.oceanid.sink.store.QuarantineStore;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Dead letters in, quarantine shown, counted and run again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuarantineProperties.class)
public class QuarantineConfiguration {

    @Bean
    QuarantineStore quarantineStore(ConnectionPool connections, DatabaseProperties database) {
        return new QuarantineStore(connections, database.commitTimeout());
    }

    @Bean
    RouterFunction<ServerResponse> deadLetters(Intake intake) {
        return DeadLetterRoute.of(intake);
    }

    @Bean
    RouterFunction<ServerResponse> quarantine(
            QuarantineStore store, SinkProperties sink, QuarantineProperties properties) {
        QuarantineReader reader = new QuarantineReader(new WebhookTranslator(sink.labelStudioUrl()));
        return QuarantineRoute.of(new QuarantineList(store), new Replays(store, reader, properties.replayBatch()));
    }

    @Bean
    QuarantineWatch quarantineWatch(QuarantineStore store, QuarantineProperties properties) {
        return QuarantineWatch.start(store, properties.refresh());
    }

    @Bean
    Gauge quarantineWaiting(QuarantineWatch watch, MeterRegistry meters) {
        return Gauge.builder("oceanid.quarantine.waiting", watch, QuarantineWatch::waiting)
                .description("What waits in quarantine to be run again")
                .register(meters);
    }
}
