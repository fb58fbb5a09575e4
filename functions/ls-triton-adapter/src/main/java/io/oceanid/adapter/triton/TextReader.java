package io.oceanid.adapter.triton;

import io.oceanid.adapter.batch.Attempt;
import io.oceanid.adapter.batch.Batcher;
import io.oceanid.adapter.kserve.InferRequest;
import io.oceanid.adapter.kserve.InferenceServer;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.Tensor;
import io.oceanid.adapter.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads texts with a model that takes them as they are. */
final class TextReader implements Reader {

    private final InferenceServer server;
    private final ModelDescription model;
    private final TextSignature signature;
    private final Batcher<String, Answer> batcher;

    TextReader(InferenceServer server, ModelDescription model, TextSignature signature, BatcherFactory batchers) {
        this.server = server;
        this.model = model;
        this.signature = signature;
        this.batcher = batchers.create(model, batchers.meter(model), String::length, this::infer);
    }

    @Override
    public Mono<List<Outcome>> read(List<String> texts) {
        return batcher.submit(texts).map(attempts -> {
            List<Outcome> outcomes = new ArrayList<>(texts.size());
            for (Attempt<Answer> attempt : attempts) {
                outcomes.add(outcome(attempt, texts.get(outcomes.size())));
            }
            return outcomes;
        });
    }

    private static Outcome outcome(Attempt<Answer> attempt, String text) {
        return switch (attempt) {
            case Attempt.Done<Answer>(Answer answer) -> answer.outcome(text);
            case Attempt.Failed<Answer>(Throwable reason) -> new Outcome.Failed(reason);
        };
    }

    private Mono<List<Answer>> infer(List<String> texts) {
        Tensor input = Tensor.ofTexts(signature.text().name(), signature.shapeOf(texts.size(), model), texts);
        return server.infer(new InferRequest(model.name(), List.of(input), signature.outputNames()))
                .map(outputs -> answers(texts.size(), outputs));
    }

    private static List<Answer> answers(int texts, List<Tensor> outputs) {
        List<byte[]> entities = outputs.getFirst().elements();
        float[] scores = outputs.size() > 1 ? outputs.get(1).floats() : new float[0];
        List<Answer> answers = new ArrayList<>(texts);
        for (byte[] json : entities) {
            float score = scores.length == entities.size() ? scores[answers.size()] : 1;
            answers.add(new Answer(json, score));
        }
        return answers;
    }

    /** What the model gives for one text. */
    private record Answer(byte[] entities, float score) {

        Outcome outcome(String text) {
            try {
                return new Outcome.Found(EntitiesJson.read(entities, text, score));
            } catch (UnusableEntitiesException e) {
                return new Outcome.Failed(e);
            }
        }
    }
}
