package io.oceanid.sink.intake;

import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.commit.GroupCommit;
import io.oceanid.sink.commit.GroupLimits;
import io.oceanid.sink.database.DatabaseGuard;
import io.oceanid.sink.database.DatabaseProperties;
import io.oceanid.sink.store.Arrival;
import io.oceanid.sink.store.ArrivalCommit;
import io.oceanid.support.cloudevents.CloudEventHandOver;
import io.oceanid.support.http.Admission;
import io.oceanid.support.telemetry.Telemetry;
import io.r2dbc.pool.ConnectionPool;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The functions of the sink. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SinkProperties.class)
public class IntakeConfiguration {

    /** A group takes no more arrivals once it holds so many: a transaction of some tens of milliseconds. */
    private static final int GROUP_ARRIVALS = 1_000;

    /** CloudEvents into the tables. */
    @Bean
    Function<Flux<Message<String>>, Mono<Void>> events(Intake intake, ObjectProvider<PingHandler> pings) {
        EventEntrance entrance = new EventEntrance(intake, pings.getIfAvailable(() -> () -> Mono.empty()));
        return messages -> messages.map(CloudEventHandOver::read)
                .concatMap(entrance::accept)
                .then();
    }

    /** A raw webhook of Label Studio's into the tables. */
    @Bean
    Function<Flux<Message<String>>, Mono<Void>> webhook(Intake intake) {
        return messages -> messages.map(CloudEventHandOver::readRaw)
                .concatMap(raw -> intake.acceptWebhook(raw.body(), raw.contentType()))
                .then();
    }

    @Bean
    Intake intake(
            SinkProperties properties, DatabaseProperties database, ConnectionPool connections, Telemetry telemetry) {
        ArrivalCommit commit = new ArrivalCommit(
                connections,
                new DatabaseGuard(database.breaker(), database.commitTimeout(), telemetry),
                telemetry.meters());
        GroupCommit<List<Arrival>> group = new GroupCommit<>(
                new GroupLimits(properties.commits(), properties.groupSize(), GROUP_ARRIVALS),
                List::size,
                requests ->
                        commit.commit(requests.stream().flatMap(List::stream).toList()));
        return new Intake(
                group,
                new WebhookTranslator(properties.labelStudioUrl()),
                InstantSource.system(),
                telemetry.observations());
    }

    @Bean
    Admission admission(SinkProperties properties) {
        return new Admission(
                properties.maxBody().toBytes(), properties.maxInFlight().toBytes());
    }
}
