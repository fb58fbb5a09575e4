package io.oceanid.adapter.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.adapter.testing.ScriptedModel;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PredictorTest {

    private static final String CONFIG = """
        <View>
          <Labels name="label" toName="text">
            <Label value="VESSEL" predicted_values="ship, boat"/>
            <Label value="PORT"/>
          </Labels>
          <Text name="text" value="$text"/>
        </View>\
        """;

    private final ScriptedModel model = new ScriptedModel();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void offsetsAreCodePointsOfTheTextAsItIs() {
        model.finding("MV ÄGIR", "VESSEL");

        JsonNode value = region(predict(CONFIG, task(1, "🚢\r\nשלום MV ÄGIR"))).path("value");

        assertThat(value.path("start").asInt()).isEqualTo(8);
        assertThat(value.path("end").asInt()).isEqualTo(15);
        assertThat(value.path("text").asString()).isEqualTo("MV ÄGIR");
    }

    @Test
    void aTaskThatFailsDoesNotTakeTheOthersAlong() {
        model.finding("Santos", "PORT").failingOn("broken", new IllegalStateException("no"));

        Predictions predictions = predict(CONFIG, task(1, "to Santos"), task(2, "broken"), task(3, "in Santos"));

        assertThat(predictions.all())
                .extracting(prediction -> prediction.regions().size())
                .containsExactly(1, 0, 1);
        assertThat(predictions.all()).extracting(Prediction::modelVersion).containsOnly("scripted-1");
        assertThat(predictions.all().get(1).failure()).hasMessage("no");
        assertThat(counted("failed")).isEqualTo(1);
        assertThat(counted("predicted")).isEqualTo(2);
    }

    @Test
    void aTaskWithoutTextAmongOthersGetsNothing() {
        model.finding("Santos", "PORT");

        Predictions predictions = predict(
                CONFIG,
                new PredictTask(1L, object("{\"text\":null}")),
                task(2, "Santos"),
                new PredictTask(3L, object("{}")));

        assertThat(predictions.all())
                .extracting(prediction -> prediction.regions().size())
                .containsExactly(0, 1, 0);
        assertThat(counted("failed")).isEqualTo(2);
    }

    @Test
    void whereNoTaskHasTextTheFieldIsNamed() {
        refused(request(CONFIG, new PredictTask(1L, object("{\"body\":\"x\"}"))), "tasks[0].data.text");
    }

    @Test
    void aTextThatIsNotInItsEncodingIsNamed() {
        String config = CONFIG.replace("value=\"$text\"", "value=\"$text\" encoding=\"base64\"");

        refused(request(config, task(1, "no base64")), "data.text");
    }

    @Test
    void aLabelConfigThatTakesNoSpansIsNamed() {
        refused(request("<View><Text name='text' value='$text'/></View>", task(1, "x")), "label_config");
        refused(request("<View", task(1, "x")), "label_config");
    }

    @Test
    void labelsAreThoseOfTheConfig() {
        model.finding("ÄGIR", "boat")
                .finding("Santos", "port")
                .finding("Kiel", "HARBOUR")
                .finding("HIGH", "RISK");
        Predictor predictor = predictor(0, Map.of("HARBOUR", "PORT"));

        Predictions predictions = result(predictor.predict(request(CONFIG, task(1, "ÄGIR, Santos, Kiel, HIGH"))));

        assertThat(predictions.all().getFirst().regions())
                .extracting(
                        region -> region.path("value").path("labels").path(0).asString() + " "
                                + region.path("value").path("text").asString())
                .containsExactlyInAnyOrder("VESSEL ÄGIR", "PORT Santos", "PORT Kiel");
    }

    @Test
    void eachTextOfATaskIsReadForItsOwnControls() {
        String config = """
            <View>
              <Text name="head" value="$title"/><Labels name="where" toName="head"><Label value="PORT"/></Labels>
              <Text name="body" value="$doc.body"/><Labels name="what" toName="body"><Label value="PORT"/></Labels>
            </View>\
            """;
        model.finding("Santos", "PORT");

        Predictions predictions =
                predict(config, new PredictTask(1L, object("{\"title\":\"Santos\",\"doc\":{\"body\":\"to Santos\"}}")));

        assertThat(predictions.all().getFirst().regions())
                .extracting(region -> region.path("from_name").asString()
                        + region.path("to_name").asString()
                        + region.path("value").path("start").asInt())
                .containsExactly("wherehead0", "whatbody3");
    }

    @Test
    void regionsHaveIdsThatStayTheSame() {
        model.finding("Santos", "PORT").finding("Kiel", "PORT");

        List<ObjectNode> first =
                predict(CONFIG, task(1, "Santos Kiel")).all().getFirst().regions();
        List<ObjectNode> again =
                predict(CONFIG, task(1, "Santos Kiel")).all().getFirst().regions();
        List<ObjectNode> other =
                predict(CONFIG, task(2, "Santos Kiel")).all().getFirst().regions();

        assertThat(first).isEqualTo(again);
        assertThat(first).extracting(region -> region.path("id").asString()).doesNotHaveDuplicates();
        assertThat(other.getFirst().path("id")).isNotEqualTo(first.getFirst().path("id"));
    }

    @Test
    void whatScoresTooLowIsLeftOut() {
        model.finding("Santos", "PORT").scoring(0.4);

        assertThat(predict(CONFIG, task(1, "Santos")).all().getFirst().score()).isEqualTo(0.4);
        Predictor strict = predictor(0.5, Map.of());
        assertThat(result(strict.predict(request(CONFIG, task(1, "Santos"))))
                        .all()
                        .getFirst()
                        .regions())
                .isEmpty();
        Wish lenient = new Wish(null, "", 0.3);
        assertThat(result(strict.predict(request(CONFIG, task(1, "Santos")).withWish(lenient)))
                        .all()
                        .getFirst()
                        .regions())
                .hasSize(1);
    }

    @Test
    void whatAnAnnotatorHasDrawnAlreadyIsNotPredicted() {
        model.finding("Santos", "PORT").finding("Kiel", "PORT");
        JsonNode drawn = region(predict(CONFIG, task(1, "Kiel, Santos")));

        Predictions predictions = result(predictor(0, Map.of())
                .predict(new PredictRequest(List.of(task(1, "Kiel, Santos")), CONFIG, List.of(drawn), Wish.NONE)));

        assertThat(predictions.all().getFirst().regions()).hasSize(1).doesNotContain((ObjectNode) drawn);
    }

    @Test
    void aTextBehindAUrlIsFetchedAndOneThatCannotBeHadFailsAlone() {
        String config = CONFIG.replace("value=\"$text\"", "value=\"$text\" valueType=\"url\"");
        model.finding("Santos", "PORT");
        Predictor predictor = new Predictor(
                _ -> model,
                url -> url.endsWith("/1") ? Mono.just("Santos") : Mono.error(new IllegalStateException("not allowed")),
                new PredictionSettings(0, Map.of()),
                new PredictionCount(meters));

        Predictions predictions = result(predictor.predict(
                request(config, task(1, "https://docs.example.org/1"), task(2, "https://docs.example.org/2"))));

        assertThat(predictions.all())
                .extracting(prediction -> prediction.regions().size())
                .containsExactly(1, 0);
    }

    @Test
    void whereNoTextCanBeHadThatOneMayComeLaterCountsMost() {
        String config = CONFIG.replace("value=\"$text\"", "value=\"$text\" valueType=\"url\"");
        Predictor predictor = new Predictor(
                _ -> model,
                url -> Mono.error(
                        url.endsWith("/1")
                                ? new InvalidRequestException("tasks", "not allowed")
                                : new DependencyUnavailableException("away", null)),
                new PredictionSettings(0, Map.of()),
                new PredictionCount(meters));

        StepVerifier.create(predictor.predict(
                        request(config, task(1, "https://docs.example.org/1"), task(2, "https://docs.example.org/2"))))
                .verifyErrorMessage("away");
    }

    @Test
    void allTextsGoToTheModelInOneCall() {
        predict(CONFIG, task(1, "a"), task(2, "b"), task(3, "c"));

        assertThat(model.calls()).containsExactly(List.of("a", "b", "c"));
    }

    private Predictions predict(String config, PredictTask... tasks) {
        return result(predictor(0, Map.of()).predict(request(config, tasks)));
    }

    private Predictor predictor(double threshold, Map<String, String> labelNames) {
        return new Predictor(
                _ -> model,
                url -> Mono.error(new IllegalStateException(url)),
                new PredictionSettings(threshold, labelNames),
                new PredictionCount(meters));
    }

    private void refused(PredictRequest request, String field) {
        StepVerifier.create(predictor(0, Map.of()).predict(request))
                .verifyErrorSatisfies(error ->
                        assertThat(((InvalidRequestException) error).field()).isEqualTo(field));
    }

    private double counted(String outcome) {
        return meters.get("oceanid.predictions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static PredictRequest request(String config, PredictTask... tasks) {
        return new PredictRequest(Arrays.asList(tasks), config, List.of(), Wish.NONE);
    }

    private static PredictTask task(long id, String text) {
        ObjectNode data = object("{}");
        data.put("text", text);
        return new PredictTask(id, data);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) EventJson.read(json);
    }

    private static JsonNode region(Predictions predictions) {
        return predictions.all().getFirst().regions().getFirst();
    }

    private static Predictions result(Mono<Predictions> predictions) {
        return Objects.requireNonNull(predictions.block(Duration.ofSeconds(20)));
    }
}
