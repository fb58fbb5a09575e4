package io.oceanid.local.demo;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls an endpoint as Label Studio does, and says in one line what is wrong where it does not take a call.
 *
 * @param name of the function, for people
 */
record Caller(HttpClient http, String name, URI endpoint) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sends JSON; gives what is answered. */
    String post(String body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new CannotRunException("the %s answers %d to POST %s: %s"
                        .formatted(name, response.statusCode(), endpoint.getPath(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new CannotRunException("the %s does not answer at %s (%s)".formatted(name, endpoint, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("interrupted", e);
        }
    }
}
