package io.oceanid.adapter.mlbackend;

import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.prediction.PredictRequest;
import io.oceanid.adapter.prediction.Predictions;
import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.adapter.prediction.Wish;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnknownResourceException;
import io.oceanid.support.failure.UnusableAnswerException;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Label Studio asks of an ML backend. Bodies are JSON; nothing but {@link #predict} asks anybody.
 *
 * <p>Thread-safe.
 */
public final class MlBackend {

    private final Setups setups = new Setups();
    private final Predictor predictor;

    public MlBackend(Predictor predictor) {
        this.predictor = predictor;
    }

    /** Setup: notes what the project wishes in {@code extra_params} and answers the model version. */
    public byte[] setup(String text) {
        Body body = Body.read(text);
        Body extra = body.objectOrEmpty("extra_params");
        String model = extra.textIfPresent("model");
        Double threshold = extra.shareIfPresent("threshold");
        Wish wish = model == null && threshold == null ? Wish.NONE : new Wish(model, "extra_params.model", threshold);
        String project = body.textIfPresent("project");
        if (project != null) {
            setups.remember(project, wish);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("model_version", predictor.version(wish));
        return EventJson.write(answer);
    }

    /** The versions there are: one. */
    public byte[] versions() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("versions").add(predictor.version(Wish.NONE));
        answer.put("message", "ok");
        return EventJson.write(answer);
    }

    /** Training and what happens in a project: heard, and nothing is made of it. */
    public byte[] heard() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putNull("result");
        answer.put("status", "ok");
        return EventJson.write(answer);
    }

    /** Predict: as many results as tasks, in their order. */
    public Mono<byte[]> predict(String text) {
        return Mono.defer(() -> predict(PredictBody.read(text))).map(MlBackend::answer);
    }

    private Mono<Predictions> predict(PredictBody body) {
        PredictRequest request = body.request();
        Wish wish = request.wish().or(setups.of(body.project()));
        return request.tasks().isEmpty()
                ? Mono.just(new Predictions(predictor.version(wish), List.of()))
                : predictor.predict(request.withWish(wish)).onErrorMap(ModelException.class, e -> answered(e, wish));
    }

    private static RuntimeException answered(ModelException error, Wish wish) {
        String message = String.valueOf(error.getMessage());
        return switch (error.kind()) {
            case UNAVAILABLE -> new DependencyUnavailableException(message, error);
            case UNKNOWN -> new UnknownResourceException(wish.field(), message);
            case UNUSABLE -> new UnusableAnswerException(message, error);
        };
    }

    private static byte[] answer(Predictions predictions) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("results");
        predictions.all().forEach(prediction -> results.add(prediction.json()));
        answer.put("model_version", predictions.modelVersion());
        return EventJson.write(answer);
    }
}
