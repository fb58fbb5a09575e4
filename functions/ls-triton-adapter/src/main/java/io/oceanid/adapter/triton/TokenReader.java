package io.oceanid.adapter.triton;

import io.oceanid.adapter.batch.Attempt;
import io.oceanid.adapter.batch.Batcher;
import io.oceanid.adapter.decode.Aggregation;
import io.oceanid.adapter.decode.EntityDecoder;
import io.oceanid.adapter.decode.TagProbabilities;
import io.oceanid.adapter.decode.TagSet;
import io.oceanid.adapter.decode.WindowLogits;
import io.oceanid.adapter.kserve.InferRequest;
import io.oceanid.adapter.kserve.InferenceServer;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.Tensor;
import io.oceanid.adapter.model.Outcome;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.adapter.token.TextTokenizer;
import io.oceanid.adapter.token.Window;
import io.oceanid.adapter.token.Windows;
import io.oceanid.events.text.CodePoints;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads texts with a model of tokens: cuts them, asks for the tags of all their windows, and puts those together. */
final class TokenReader implements Reader {

    private final InferenceServer server;
    private final ModelDescription model;
    private final TokenSignature signature;
    private final TextTokenizer tokenizer;
    private final Aggregation aggregation;
    private final List<String> labels;
    private final Windows windows;
    private final InferenceMeter meter;
    private final Batcher<Window, Logits> batcher;

    TokenReader(
            InferenceServer server,
            ModelDescription model,
            TokenSignature signature,
            TextTokenizer tokenizer,
            TokenSettings settings,
            BatcherFactory batchers) {
        this.server = server;
        this.model = model;
        this.signature = signature;
        this.tokenizer = tokenizer;
        this.aggregation = settings.aggregation();
        this.labels = ModelLabels.of(model, settings.labels());
        this.windows = new Windows(
                tokenizer.specialTokens(),
                signature
                        .fixedLength()
                        .map(length -> Math.min(length, settings.maxTokens()))
                        .orElse(settings.maxTokens()),
                settings.overlap());
        this.meter = batchers.meter(model);
        this.batcher = batchers.create(model, meter, window -> window.ids().length, this::infer);
    }

    @Override
    public Mono<List<Outcome>> read(List<String> texts) {
        return Flux.fromIterable(texts)
                .flatMapSequential(text -> Mono.fromCallable(() -> cut(text)).subscribeOn(Schedulers.parallel()))
                .collectList()
                .flatMap(cuts -> batcher.submit(cuts.stream()
                                .flatMap(cut -> cut.windows().stream())
                                .toList())
                        .publishOn(Schedulers.parallel())
                        .map(attempts -> outcomes(cuts, attempts)));
    }

    private CutText cut(String text) {
        Encoding encoding = tokenizer.encode(text);
        CutText cut = new CutText(text, encoding, windows.of(encoding));
        meter.cut(encoding.size(), cut.windows().size());
        return cut;
    }

    private List<Outcome> outcomes(List<CutText> cuts, List<Attempt<Logits>> attempts) {
        List<Outcome> outcomes = new ArrayList<>(cuts.size());
        int from = 0;
        for (CutText cut : cuts) {
            int to = from + cut.windows().size();
            outcomes.add(outcome(cut, attempts.subList(from, to)));
            from = to;
        }
        return outcomes;
    }

    private Outcome outcome(CutText cut, List<Attempt<Logits>> attempts) {
        List<WindowLogits> logits = new ArrayList<>(attempts.size());
        int tags = 0;
        for (Attempt<Logits> attempt : attempts) {
            switch (attempt) {
                case Attempt.Failed<Logits>(Throwable reason) -> {
                    return new Outcome.Failed(reason);
                }
                case Attempt.Done<Logits>(Logits done) -> {
                    tags = done.tags();
                    logits.add(new WindowLogits(cut.windows().get(logits.size()), done.values()));
                }
            }
        }
        return logits.isEmpty() ? new Outcome.Found(List.of()) : decoded(cut, logits, tags);
    }

    /** What is wrong with one text's logits is that text's failure. */
    private Outcome decoded(CutText cut, List<WindowLogits> logits, int tags) {
        try {
            EntityDecoder decoder = new EntityDecoder(TagSet.of(labels, tags), aggregation);
            TagProbabilities probabilities =
                    TagProbabilities.merge(cut.encoding().size(), tags, logits);
            return new Outcome.Found(decoder.decode(cut.encoding(), probabilities, new CodePoints(cut.text())));
        } catch (RuntimeException e) {
            return new Outcome.Failed(e);
        }
    }

    private Mono<List<Logits>> infer(List<Window> some) {
        TokenBatch batch =
                TokenBatch.of(some, signature, tokenizer.specialTokens().padding());
        InferRequest request = new InferRequest(
                model.name(),
                batch.tensors(signature, model),
                List.of(signature.logits().name()));
        return server.infer(request).map(outputs -> Logits.of(outputs.getFirst(), batch));
    }

    /** A text, its tokens, and the windows that those are in. */
    private record CutText(String text, Encoding encoding, List<Window> windows) {}

    /** What a model gives for one window. */
    private record Logits(FloatBuffer values, int tags) {

        static List<Logits> of(Tensor tensor, TokenBatch batch) {
            int tags = Math.toIntExact(tensor.shape().getLast());
            FloatBuffer all = FloatBuffer.wrap(tensor.floats());
            int row = batch.length() * tags;
            if (all.limit() != batch.windows().size() * row) {
                throw new UnusableEntitiesException("the model gives logits of shape %s for %d windows of %d tokens"
                        .formatted(tensor.shape(), batch.windows().size(), batch.length()));
            }
            List<Logits> rows = new ArrayList<>();
            for (int i = 0; i < batch.windows().size(); i++) {
                rows.add(new Logits(all.slice(i * row, row), tags));
            }
            return rows;
        }
    }
}
