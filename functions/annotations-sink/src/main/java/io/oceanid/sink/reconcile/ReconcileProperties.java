package io.oceanid.sink.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the tables are reconciled with Label Studio.
 *
 * @param pageSize tasks read at once, with their annotations and predictions
 * @param requestsPerSecond of Label Studio, at the most
 * @param budget how long a sweep that a ping asked for may take; the next ping goes on
 * @param fullEvery how old the last full sweep of a project gets before there is another one
 * @param overlap how much further back than to the last sweep an incremental one looks: more than the clocks of Label
 *     Studio and the sink may differ
 * @param sinkWebhookUrl the webhook that every project should have; may be empty
 */
@ConfigurationProperties("oceanid.reconcile")
record ReconcileProperties(
        @DefaultValue("200") int pageSize,
        @DefaultValue("10") double requestsPerSecond,
        @DefaultValue("5m") Duration budget,
        @DefaultValue("24h") Duration fullEvery,
        @DefaultValue("5m") Duration overlap,
        @DefaultValue("") String sinkWebhookUrl) {

    ReconcileProperties {
        if (pageSize < 1) {
            throw new IllegalArgumentException("oceanid.reconcile.page-size must be at least 1");
        }
        if (!(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("oceanid.reconcile.requests-per-second must be more than nothing");
        }
        if (!budget.isPositive() || !fullEvery.isPositive() || overlap.isNegative()) {
            String name = !budget.isPositive() ? "budget" : !fullEvery.isPositive() ? "full-every" : "overlap";
            throw new IllegalArgumentException("oceanid.reconcile." + name + " must be "
                    + (name.equals("overlap") ? "at least nothing" : "more than nothing"));
        }
    }
}
