package io.oceanid.local.demo;

import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Sends webhooks as Label Studio does, one after another. */
final class Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI webhook;
    private final DatabaseAddress database;

    Replay(HttpClient http, URI webhook, DatabaseAddress database) {
        this.http = http;
        this.webhook = webhook;
        this.database = database;
    }

    /** Sends all of them; what changed the inbox or the quarantine was new. */
    Sent send(List<String> webhooks) throws SQLException {
        int fresh = 0;
        long before = kept();
        for (String body : webhooks) {
            send(body);
            long after = kept();
            fresh += after > before ? 1 : 0;
            before = after;
        }
        return new Sent(webhooks.size(), fresh);
    }

    private void send(String body) {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new CannotRunException(
                        "the sink answers " + response.statusCode() + " to a webhook: " + response.body());
            }
        } catch (IOException e) {
            throw new CannotRunException("the sink does not answer at " + webhook + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("interrupted", e);
        }
    }

    private long kept() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select (select count(*) from oceanid.inbox) + (select count(*) from oceanid.quarantine)")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * What became of webhooks.
     *
     * @param fresh those that the sink did not know yet
     */
    record Sent(int all, int fresh) {

        @Override
        public String toString() {
            return "sent " + all + " webhooks: " + fresh + " new, " + (all - fresh) + " already known";
        }
    }
}
