package io.oceanid.adapter.prediction;

import io.oceanid.adapter.labelconfig.InvalidLabelConfigException;
import io.oceanid.adapter.labelconfig.LabelConfig;
import io.oceanid.adapter.labelconfig.LabelConfigs;
import io.oceanid.adapter.labelconfig.SpanControl;
import io.oceanid.adapter.labelconfig.TextObject;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Predicts for tasks.
 *
 * <p>Thread-safe.
 */
public final class Predictor {

    /** Tasks whose texts are fetched at once. */
    private static final int FETCHES = 8;

    /** More than there are projects that are worked on at once. */
    private static final int CONFIGS = 256;

    private final LabelConfigs configs = new LabelConfigs(CONFIGS);
    private final Models models;
    private final TaskTexts texts;
    private final PredictionSettings settings;
    private final PredictionCount count;

    public Predictor(Models models, TextSource source, PredictionSettings settings, PredictionCount count) {
        this.models = models;
        this.texts = new TaskTexts(source);
        this.settings = settings;
        this.count = count;
    }

    /** What stands for the model in predictions that are made now. Asks nobody. */
    public String version(Wish wish) {
        return models.of(wish).version();
    }

    /**
     * Predicts.
     *
     * @return a prediction for each task, in their order; an empty one for a task that could not be predicted for. Fails
     *     with an {@link InvalidRequestException} if the label config takes no spans of a text, or no task has the text
     *     that it names; with the model's failure if that has nothing to do with single tasks.
     */
    public Mono<Predictions> predict(PredictRequest request) {
        return Mono.defer(() -> {
            LabelConfig config = read(request.labelConfig());
            List<TextObject> objects = config.controls().stream()
                    .map(SpanControl::object)
                    .distinct()
                    .toList();
            if (objects.isEmpty()) {
                throw new InvalidRequestException(
                        "label_config", "label_config has no Labels for a Text: there is nothing to predict");
            }
            EntityModel model = models.of(request.wish());
            return Flux.fromIterable(request.tasks())
                    .flatMapSequential(task -> texts.of(task.data(), objects), FETCHES)
                    .collectList()
                    .flatMap(lookups -> read(model, new Lookups(lookups)))
                    .map(readings -> predictions(request, config, model.version(), readings));
        });
    }

    /** Whether a label config takes what is predicted here: spans of texts. */
    public boolean takesSpans(String labelConfig) {
        try {
            return !configs.of(labelConfig).controls().isEmpty();
        } catch (InvalidLabelConfigException _) {
            return false;
        }
    }

    private LabelConfig read(String xml) {
        try {
            return configs.of(xml);
        } catch (InvalidLabelConfigException e) {
            throw new InvalidRequestException("label_config", String.valueOf(e.getMessage()));
        }
    }

    private static Mono<List<TaskReading>> read(EntityModel model, Lookups lookups) {
        Throwable whyNone = lookups.whyNone();
        return whyNone == null ? model.read(lookups.texts()).map(lookups::read) : Mono.error(whyNone);
    }

    private Predictions predictions(
            PredictRequest request, LabelConfig config, String version, List<TaskReading> readings) {
        double threshold = Objects.requireNonNullElse(request.wish().threshold(), settings.threshold());
        Regions regions = new Regions(config, settings.labelNames(), threshold, request.drawn());
        List<Prediction> predictions = new ArrayList<>();
        Failures failures = new Failures();
        for (int i = 0; i < readings.size(); i++) {
            PredictTask task = request.tasks().get(i);
            predictions.add(
                    switch (readings.get(i)) {
                        case TaskReading.Read read -> Prediction.of(regions.of(task, read.texts()), version);
                        case TaskReading.Failed failed -> failures.of(task, failed.reason(), version);
                    });
        }
        failures.tell(readings.size());
        count.add(readings.size(), failures.number());
        return new Predictions(version, predictions);
    }
}
