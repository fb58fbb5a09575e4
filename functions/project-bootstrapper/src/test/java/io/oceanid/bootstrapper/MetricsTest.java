package io.oceanid.bootstrapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.StoringProjects;
import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.support.testing.Scrape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an operator sees of the bootstrapper. */
@TestInstance(Lifecycle.PER_CLASS)
class MetricsTest {

    private final StoringProjects labelStudio = StoringProjects.start();
    private final TestBootstrapper bootstrapper = TestBootstrapper.with(labelStudio);

    @AfterAll
    void stop() {
        bootstrapper.close();
        labelStudio.close();
    }

    @Test
    void rowsOfImportsAndCallsOfLabelStudioAreCounted() {
        bootstrapper.post("/plan", "{name: vessels, title: Vessels, labels: {kind: ner, values: [VESSEL]}}");

        Scrape scrape = scrape();
        assertThat(scrape.value("oceanid_import_rows_total", "outcome=\"sent\""))
                .isZero();
        assertThat(scrape.value("http_client_request_duration_seconds_count", "peer_service=\"label-studio\""))
                .isPositive();
        assertThat(scrape.value("resilience4j_circuitbreaker_state", "name=\"label-studio\"", "state=\"closed\""))
                .isEqualTo(1);
    }

    @Test
    void noRequestMakesMoreSeries() {
        Scrape.assertNoMoreSeries(this::ask, this::scrape);
    }

    private void ask(int i) {
        bootstrapper.get("/nothing/" + i);
        bootstrapper.post("/plan", "title: Vessels " + i);
    }

    private Scrape scrape() {
        return Scrape.of(bootstrapper.get("/actuator/prometheus").body());
    }
}
