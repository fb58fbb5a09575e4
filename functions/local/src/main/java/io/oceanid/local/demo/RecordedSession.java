package io.oceanid.local.demo;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The webhooks that a real Label Studio sent while two people and a model labelled; the README beside the file tells how. */
final class RecordedSession {

    private RecordedSession() {}

    /** Their bodies, in the order in which they were sent. */
    static List<String> webhooks() {
        try (InputStream file = RecordedSession.class.getResourceAsStream("session.jsonl")) {
            String lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The webhook that told of the texts, with them and with their project. */
    static JsonNode tasksCreated() {
        return webhooks().stream()
                .map(EventJson::read)
                .filter(webhook -> webhook.path("action").asString().equals("TASKS_CREATED"))
                .findFirst()
                .orElseThrow();
    }
}
