package io.oceanid.sink;

import io.oceanid.sink.agreement.AgreementConfiguration;
import io.oceanid.sink.database.DatabaseConfiguration;
import io.oceanid.sink.export.ExportConfiguration;
import io.oceanid.sink.history.HistoryConfiguration;
import io.oceanid.sink.intake.IntakeConfiguration;
import io.oceanid.sink.overview.OverviewConfiguration;
import io.oceanid.sink.page.PageConfiguration;
import io.oceanid.sink.quarantine.QuarantineConfiguration;
import io.oceanid.sink.reconcile.ReconcileConfiguration;
import io.oceanid.support.FunctionApplication;
import io.oceanid.support.FunctionSupportConfiguration;
import io.oceanid.support.cloudevents.CloudEventFilter;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The function annotations-sink. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
    FunctionSupportConfiguration.class,
    DatabaseConfiguration.class,
    IntakeConfiguration.class,
    ExportConfiguration.class,
    HistoryConfiguration.class,
    QuarantineConfiguration.class,
    AgreementConfiguration.class,
    OverviewConfiguration.class,
    PageConfiguration.class,
    ReconcileConfiguration.class
})
public class AnnotationsSink {

    /**
     * Starts the function.
     *
     * @param args Spring Boot's own
     */
    public static void main(String[] args) {
        FunctionApplication.run(AnnotationsSink.class, args);
    }

    @Bean
    Routes routes() {
        return Routes.of(
                Route.post("/").forEvents(),
                Route.post("/webhook"),
                Route.post("/reconcile"),
                Route.get("/projects/{id}/export"),
                Route.get("/annotations/{id}/history"),
                Route.get("/projects/{id}/agreement"),
                Route.get("/projects/{id}/labels"),
                Route.get("/overview"),
                Route.post("/deadletters").forEvents(),
                Route.get("/quarantine"),
                Route.post("/quarantine/replay"),
                Route.get("/"),
                Route.get("/page/{file}"));
    }

    @Bean
    CloudEventFilter cloudEvents() {
        return CloudEventFilter.of("/", "/webhook");
    }
}
