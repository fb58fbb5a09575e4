package io.oceanid.broker;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts events in binary mode. Blocks; thread-safe. */
record Subscribers(HttpClient http, Duration timeout) {

    private static final int TOLD = 1_024;

    Outcome post(CloudEvent event, URI subscriber) throws InterruptedException {
        HttpMessage message = CloudEventCodec.encodeBinary(event);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(subscriber).timeout(timeout).POST(BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::setHeader);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2
                    ? new Outcome.Taken()
                    : new Outcome.Refused(answer.statusCode(), shortened(answer.body()));
        } catch (IOException e) {
            return new Outcome.Refused(0, shortened(subscriber.getHost() + " does not answer: " + e));
        }
    }

    private static String shortened(String text) {
        return text.length() > TOLD ? text.substring(0, TOLD) : text;
    }
}
