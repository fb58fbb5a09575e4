package io.oceanid.sink.export;

import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.sink.testing.TestSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that are annotated, and what comes out of them. */
final class ExportedTasks {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ExportedTasks() {}

    /** What a real Label Studio 1.23.2 exports of project 1, of which the recorded webhooks tell. */
    static JsonNode ofLabelStudio() {
        try (InputStream file = Objects.requireNonNull(ExportedTasks.class.getResourceAsStream("export-json.json"))) {
            return EventJson.read(file.readAllBytes()).at("/response/body");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the sink of an annotation, on a task of project 1 of its own, by a webhook like the recorded ones. */
    static void annotate(TestSink sink, long id, String text, String result) {
        ObjectNode webhook = RecordedWebhook.of("ANNOTATION_CREATED-annotation-create")
                .body()
                .deepCopy()
                .asObject();
        webhook.withObject("task").put("id", id).withObject("data").put("text", text);
        webhook.withObject("annotation").put("id", id).put("task", id).set("result", EventJson.read(result));
        HttpResponse<String> response = sink.post("/webhook", EventJson.write(webhook));
        if (response.statusCode() != 204) {
            throw new AssertionError(response.body());
        }
    }

    /** A region of a result. */
    static String region(int start, int end, String label) {
        return """
            {"id":"r%d","from_name":"label","to_name":"text","type":"labels","value":{"start":%d,"end":%d,"labels":["%s"]}}\
            """.formatted(start, start, end, label);
    }

    static List<JsonNode> lines(HttpResponse<String> jsonl) {
        return jsonl.body().lines().map(EventJson::read).toList();
    }

    static HttpResponse<String> get(TestSink sink, String path) {
        return send(sink, "GET", path, BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(TestSink sink, String method, String path, HttpResponse.BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.port() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
