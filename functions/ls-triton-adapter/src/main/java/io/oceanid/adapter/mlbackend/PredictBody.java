package io.oceanid.adapter.mlbackend;

import io.oceanid.adapter.prediction.PredictRequest;
import io.oceanid.adapter.prediction.PredictTask;
import io.oceanid.adapter.prediction.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a predict call: {@code tasks}, {@code label_config}, and in {@code params} the {@code context} of an
 * interactive one. Label Studio sends nothing else in {@code params} that matters here; direct callers may name a
 * {@code model} and a {@code threshold} in it.
 *
 * @param project as Label Studio names it, {@code id.seconds}; null where a direct caller does not say
 */
record PredictBody(@Nullable String project, PredictRequest request) {

    static PredictBody read(String text) {
        Body body = Body.read(text);
        Body params = body.objectOrEmpty("params");
        Wish wish = new Wish(params.textIfPresent("model"), "params.model", params.shareIfPresent("threshold"));
        List<PredictTask> tasks =
                body.objects("tasks").stream().map(PredictBody::task).toList();
        List<JsonNode> drawn = List.copyOf(
                params.objectOrEmpty("context").json().path("result").values());
        return new PredictBody(
                body.textIfPresent("project"),
                new PredictRequest(tasks, tasks.isEmpty() ? "" : body.text("label_config"), drawn, wish));
    }

    private static PredictTask task(Body task) {
        JsonNode id = task.json().path("id");
        return new PredictTask(
                id.canConvertToLong() ? id.longValue() : null,
                task.objectOrEmpty("data").json());
    }
}
