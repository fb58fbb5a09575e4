package io.oceanid.adapter.preannotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.prediction.PredictionCount;
import io.oceanid.adapter.prediction.PredictionSettings;
import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.adapter.testing.ScriptedModel;
import io.oceanid.adapter.testing.StoringLabelStudio;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.support.failure.DependencyUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PreAnnotationTest {

    private final ScriptedModel model = new ScriptedModel().finding("Santos", "PORT");
    private final StoringLabelStudio labelStudio = StoringLabelStudio.start();
    private final LabelStudioClient client =
            new LabelStudioClient(LabelStudioSettings.of(labelStudio.url(), StoringLabelStudio.TOKEN));
    private final PreAnnotation preAnnotation = new PreAnnotation(
            new Predictor(
                    _ -> model,
                    url -> Mono.error(new IllegalStateException(url)),
                    new PredictionSettings(0, Map.of()),
                    new PredictionCount(new SimpleMeterRegistry())),
            client,
            2);

    @AfterEach
    void stop() {
        client.close();
        labelStudio.close();
    }

    @Test
    void everyNewTaskGetsItsPrediction() {
        done(tasks("to Santos", "nothing here", "Santos"));

        assertThat(labelStudio.predictionsOf(1)).containsExactly("scripted-1 Santos");
        assertThat(labelStudio.predictionsOf(2)).containsExactly("scripted-1");
        assertThat(labelStudio.predictionsOf(3)).containsExactly("scripted-1 Santos");
    }

    @Test
    void tasksGoInBatches() {
        done(tasks("a", "b", "c", "d", "e"));

        assertThat(model.calls()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(labelStudio.imports()).isEqualTo(3);
    }

    @Test
    void whatIsToldTwiceIsDoneOnce() {
        done(tasks("Santos", "b", "c"));
        done(tasks("Santos", "b", "c"));

        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
        assertThat(labelStudio.imports()).isEqualTo(2);
    }

    @Test
    void whatIsToldTwiceAtOnceIsThereOnceInTheEnd() {
        TasksSaved event = tasks("Santos", "b", "c", "d");

        StepVerifier.create(Flux.range(0, 8).flatMap(_ -> preAnnotation.predictFor(event)))
                .verifyComplete();

        IntStream.rangeClosed(1, 4)
                .forEach(task -> assertThat(labelStudio.predictionsOf(task)).hasSize(1));
    }

    @Test
    void predictionsOfOthersStay() {
        labelStudio.store(1, "another-1");

        done(tasks("Santos"));

        assertThat(labelStudio.predictionsOf(1)).containsExactly("another-1", "scripted-1 Santos");
    }

    @Test
    void aTaskThatIsNoMoreIsPassedOver() {
        labelStudio.forget(2);

        done(tasks("Santos", "Santos", "Santos"));

        assertThat(labelStudio.predictionsOf(2)).isEmpty();
        assertThat(labelStudio.predictionsOf(3)).hasSize(1);
    }

    @Test
    void aTaskThatTheModelCannotReadHasNoPrediction() {
        model.failingOn("b", new ModelException(ModelException.Kind.UNUSABLE, "no", null));

        done(tasks("Santos", "b", "c"));

        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
        assertThat(labelStudio.predictionsOf(2)).isEmpty();
    }

    @Test
    void whereTheModelIsAwayForSomeTheOthersAreStoredAndItIsToBeToldAgain() {
        model.failingOn("b", new ModelException(ModelException.Kind.UNAVAILABLE, "away", null));
        TasksSaved event = tasks("Santos", "b");

        StepVerifier.create(preAnnotation.predictFor(event)).verifyErrorMessage("away");
        assertThat(labelStudio.predictionsOf(1)).hasSize(1);

        model.recovered();
        done(event);
        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
        assertThat(labelStudio.predictionsOf(2)).hasSize(1);
    }

    @Test
    void aTextWhoseHostIsAwayIsToBeToldAgain() {
        model.failingOn("b", new DependencyUnavailableException("host away", null));

        StepVerifier.create(preAnnotation.predictFor(tasks("Santos", "b"))).verifyErrorMessage("host away");

        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
    }

    @Test
    void whereLabelStudioFailsItIsToBeToldAgain() {
        labelStudio.failNextImport();
        TasksSaved event = tasks("Santos");

        StepVerifier.create(preAnnotation.predictFor(event)).verifyError(LabelStudioException.class);
        done(event);

        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
    }

    @Test
    void aLabelConfigThatTheEventLacksIsAskedFor() {
        done(event("{\"tasks\":[" + task(1, "Santos") + "]}"));

        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
    }

    @Test
    void aProjectThatTakesNoSpansIsPassedOver() {
        done(event(
                "{\"tasks\":[%s],\"project\":{\"id\":7,\"label_config\":\"<View/>\"}}".formatted(task(1, "Santos"))));

        assertThat(model.calls()).isEmpty();
        assertThat(labelStudio.imports()).isZero();
    }

    @Test
    void tasksWithoutTheTextArePassedOver() {
        done(event("{\"tasks\":[%s]}".formatted(task(1, "Santos").replace("\"text\"", "\"body\""))));

        assertThat(labelStudio.imports()).isZero();
    }

    private void done(TasksSaved event) {
        StepVerifier.create(preAnnotation.predictFor(event)).verifyComplete();
    }

    private static TasksSaved tasks(String... texts) {
        ObjectNode data = (ObjectNode) EventJson.read("{}");
        ArrayNode tasks = data.putArray("tasks");
        for (int i = 0; i < texts.length; i++) {
            tasks.add(EventJson.read(task(i + 1, texts[i])));
        }
        data.putObject("project").put("id", 7).put("label_config", StoringLabelStudio.CONFIG);
        return event(EventJson.text(data));
    }

    private static TasksSaved event(String data) {
        return (TasksSaved) LabelStudioEvent.read(EventType.TASKS_CREATED.type(), EventJson.read(data));
    }

    private static String task(long id, String text) {
        return "{\"id\":%d,\"project\":7,\"is_labeled\":false,\"created_at\":\"2026-11-23T09:00:00Z\",\"updated_at\":\"2026-11-23T09:00:00Z\",\"data\":{\"text\":\"%s\"}}"
                .formatted(id, text);
    }
}
