package io.oceanid.sink.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.intake.Intake;
import io.oceanid.sink.intake.PingHandler;
import io.oceanid.sink.intake.SinkProperties;
import io.oceanid.support.telemetry.Telemetry;
import io.r2dbc.pool.ConnectionPool;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reconciling: {@code POST /reconcile}, and what a ping does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReconcileProperties.class, LabelStudioProperties.class})
public class ReconcileConfiguration {

    private static final InstantSource CLOCK = InstantSource.system();

    /** The way to Label Studio, none where no token is set. */
    @Bean
    LabelStudioAccess labelStudioAccess(LabelStudioProperties properties, SinkProperties sink, Telemetry telemetry) {
        return new LabelStudioAccess(properties, sink.labelStudioUrl(), telemetry);
    }

    @Bean
    ReconcilerAccess reconcilerAccess(
            LabelStudioAccess labelStudio,
            SinkProperties sink,
            ReconcileProperties properties,
            ConnectionPool connections,
            Intake intake,
            MeterRegistry meters) {
        Database database = new Database(connections);
        StateEvents events = new StateEvents(new WebhookTranslator(sink.labelStudioUrl()));
        Repairs repairs = new Repairs(database, intake);
        Pace pace = new Pace(properties.requestsPerSecond(), Schedulers.parallel());
        RepairCount count = new RepairCount(meters);
        ProjectTable projects = new ProjectTable(database, events, repairs);
        PredictionTable predictions = new PredictionTable(database);
        CursorTable cursors = new CursorTable(database);
        ProjectDeletion deletion = new ProjectDeletion(projects, predictions, events, repairs, count);
        SweepLock lock = new SweepLock(connections.unwrap());
        return () -> {
            var reading = new LabelStudioReading(labelStudio.client(), pace, properties.pageSize());
            var pages = new PageReconciliation(
                    reading,
                    new TaskComparison(database),
                    new AnnotationComparison(database),
                    new Deletions(reading, new Suspects(database), events, repairs),
                    predictions,
                    events,
                    repairs,
                    CLOCK);
            var sweep = new ProjectSweep(reading, pages, projects, cursors, count, properties, CLOCK);
            return new Reconciler(reading, sweep, projects, deletion, cursors, lock, CLOCK);
        };
    }

    @Bean
    RouterFunction<ServerResponse> reconcile(ReconcilerAccess access) {
        return ReconcileRoute.of(access);
    }

    @Bean
    PingHandler pings(ReconcilerAccess access, ReconcileProperties properties) {
        return () -> Mono.defer(
                        () -> access.reconciler().all(false, CLOCK.instant().plus(properties.budget())))
                .then();
    }
}
