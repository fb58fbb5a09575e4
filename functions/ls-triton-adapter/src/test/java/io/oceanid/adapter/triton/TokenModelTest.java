package io.oceanid.adapter.triton;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.adapter.decode.Aggregation;
import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.InferenceServerSettings;
import io.oceanid.adapter.kserve.ResilientServer;
import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.model.Outcome;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.FakeRequest;
import io.oceanid.adapter.testing.ToyTriton;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.adapter.token.SmallTokenizer;
import io.oceanid.adapter.triton.TritonModels.ModelSettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class TokenModelTest {

    private static final List<String> TAGS = List.of("O", "B-VESSEL", "I-VESSEL", "B-PORT", "I-PORT");

    private static final String TEXT = "🚢 MV NORTHERN STAR (IMO 9321483) called at Santos\r\nZürich – ÄGIR, שלום ";

    private final ToyTriton triton = ToyTriton.start().tokens(8, DataType.INT64, 5, Map.of());
    private final List<ResilientServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(ResilientServer::close);
        triton.close();
    }

    @ParameterizedTest
    @EnumSource(SmallTokenizer.class)
    void entitiesStandWhereTheirTokensDo(SmallTokenizer tokenizer) {
        List<Entity> entities = found(model(tokenizer, settings(512, 64)), TEXT);

        Encoding encoding = tokenizer.encode(TEXT);
        assertThat(entities).isNotEmpty();
        for (Entity entity : entities) {
            // the first token of an entity is one that the toy model tags, and so is its last
            int first = IntStream.range(0, encoding.size())
                    .filter(token -> encoding.ends()[token] > entity.start())
                    .findFirst()
                    .orElseThrow();
            assertThat(encoding.starts()[first]).isLessThanOrEqualTo(entity.start());
            assertThat(entity.label()).isIn("VESSEL", "PORT");
        }
    }

    @ParameterizedTest
    @EnumSource(SmallTokenizer.class)
    void windowsAndBatchesMakeNoDifference(SmallTokenizer tokenizer) {
        String document = (TEXT + "and sailed on to Rotterdam. ").repeat(40);
        Outcome whole = outcomes(model(tokenizer, settings(100_000, 0)), List.of(document))
                .getFirst();

        List<Outcome> cut = outcomes(model(tokenizer, settings(24, 6)), List.of("short", document, TEXT));

        assertThat(cut.get(1)).isEqualTo(whole);
        assertThat(((Outcome.Found) whole).entities()).hasSizeGreaterThan(40);
        assertThat(triton.batches(ToyTriton.TOKENS)).contains(8).allMatch(size -> size <= 8);
    }

    @Test
    void aDocumentOf100000CharactersIsRead() {
        String document = (TEXT + "and sailed on to Rotterdam. ").repeat(1_100);

        assertThat(document.length()).isGreaterThan(100_000);
        assertThat(found(model(SmallTokenizer.BERT_CASED, settings(512, 64)), document))
                .hasSizeGreaterThan(1_100)
                .allMatch(entity -> entity.end() <= document.codePointCount(0, document.length()));
    }

    @Test
    void shorterTextsArePaddedAndMasked() {
        outcomes(model(SmallTokenizer.BERT_CASED, settings(512, 64)), List.of("Santos", "Santos and Rotterdam"));

        FakeRequest request = infers().getLast();
        JsonNode shape = request.json().path("inputs").path(0).path("shape");
        int length = shape.path(1).asInt();
        ByteBuffer data = ByteBuffer.wrap(request.binary()).order(ByteOrder.LITTLE_ENDIAN);
        long[] ids = new long[2 * length];
        long[] mask = new long[2 * length];
        data.asLongBuffer().get(ids).get(mask);
        int shorter = SmallTokenizer.BERT_CASED.encode("Santos").size() + 2;
        long padding = SmallTokenizer.BERT_CASED.tokenizer().specialTokens().padding();
        int row = (int) Arrays.stream(mask).limit(length).sum() == shorter ? 0 : 1;
        assertThat(shape.path(0).asInt()).isEqualTo(2);
        assertThat(Arrays.stream(mask, row * length, (row + 1) * length).sum()).isEqualTo(shorter);
        assertThat(Arrays.stream(ids, row * length + shorter, (row + 1) * length))
                .containsOnly(padding);
    }

    @Test
    void idsHaveTheTypeThatTheModelTakes() {
        List<Entity> wide = found(model(SmallTokenizer.ROBERTA, settings(512, 64)), TEXT);
        triton.tokens(8, DataType.INT32, 5, Map.of());

        assertThat(found(model(SmallTokenizer.ROBERTA, settings(512, 64)), TEXT))
                .isEqualTo(wide);
        assertThat(infers().getLast()
                        .json()
                        .path("inputs")
                        .path(0)
                        .path("datatype")
                        .asString())
                .isEqualTo("INT32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O,B-VESSEL,I-VESSEL,B-PORT,I-PORT",
                "{\"0\":\"O\",\"1\":\"B-VESSEL\",\"2\":\"I-VESSEL\",\"3\":\"B-PORT\",\"4\":\"I-PORT\"}"
            })
    void tagsMayBeNamedByTheModelsConfig(String names) {
        List<Entity> named = found(model(SmallTokenizer.ROBERTA, settings(512, 64)), TEXT);
        triton.tokens(8, DataType.INT64, 5, Map.of(names.startsWith("{") ? "id2label" : "labels", names));

        assertThat(found(model(SmallTokenizer.ROBERTA, unnamed()), TEXT)).isEqualTo(named);
    }

    @Test
    void tagsThatNobodyNamesAreAskedFor() {
        fails(model(SmallTokenizer.ROBERTA, unnamed()), "NER_LABELS is not set");
    }

    @Test
    void namesThatDoNotFitTheTagsFailEachText() {
        TokenSettings settings = new TokenSettings(List.of("A", "B", "C"), 512, 64, Aggregation.FIRST);

        assertThat(outcomes(model(SmallTokenizer.ROBERTA, settings), List.of("x"))
                        .getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).hasMessageContaining("NER_LABELS"));
    }

    @Test
    void logitsThatAreNoNumbersFailTheirTextAlone() {
        EntityModel model = model(SmallTokenizer.BERT_CASED, settings(512, 64));
        int tokens = SmallTokenizer.BERT_CASED.encode("Santos").size() + 2;
        float[] logits = new float[2 * tokens * 5];
        logits[(tokens + 1) * 5] = Float.NaN;
        triton.fake().infers(ToyTriton.TOKENS, FakeAnswer.floats("logits", List.of(2L, (long) tokens, 5L), logits));

        List<Outcome> outcomes = outcomes(model, List.of("Santos", "Santos"));

        assertThat(outcomes).filteredOn(Outcome.Found.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Failed.class::isInstance)
                .singleElement()
                .satisfies(
                        failed -> assertThat(((Outcome.Failed) failed).reason()).hasMessageContaining("NaN"));
    }

    @Test
    void logitsOfAnotherShapeFail() {
        EntityModel model = model(SmallTokenizer.BERT_CASED, settings(512, 64));
        triton.fake().infers(ToyTriton.TOKENS, FakeAnswer.floats("logits", List.of(1L, 1L, 5L), new float[5]));

        assertThat(outcomes(model, List.of("Santos and Rotterdam")).getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).hasMessageContaining("logits of shape [1, 1, 5]"));
    }

    @Test
    void settingsThatDoNotGoWithTheModelMakeItUnusable() {
        fails(model(SmallTokenizer.BERT_CASED, settings(65, 64)), "cannot overlap by 64");

        triton.tokens(8, DataType.INT64, 5, Map.of("labels", "[1]"));
        fails(model(SmallTokenizer.BERT_CASED, unnamed()), "a name that is no string");
    }

    @Test
    void textsWithoutTokensAreNotAskedAbout() {
        List<Outcome> outcomes = outcomes(model(SmallTokenizer.BERT_CASED, settings(512, 64)), List.of("", " \r\n"));

        assertThat(outcomes).containsOnly(new Outcome.Found(List.of()));
        assertThat(infers()).isEmpty();
    }

    private List<FakeRequest> infers() {
        return triton.fake().requests("/v2/models/" + ToyTriton.TOKENS + "/infer");
    }

    private static List<Entity> found(EntityModel model, String text) {
        return ((Outcome.Found) outcomes(model, List.of(text)).getFirst()).entities();
    }

    private static List<Outcome> outcomes(EntityModel model, List<String> texts) {
        return Objects.requireNonNull(model.read(texts).block(Duration.ofSeconds(60)));
    }

    private static void fails(EntityModel model, String words) {
        StepVerifier.create(model.read(List.of("x"))).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(ModelException.class).hasMessageContaining(words);
            assertThat(((ModelException) error).kind()).isEqualTo(ModelException.Kind.UNUSABLE);
        });
    }

    private static TokenSettings settings(int maxTokens, int overlap) {
        return new TokenSettings(TAGS, maxTokens, overlap, Aggregation.TOKEN);
    }

    private static TokenSettings unnamed() {
        return new TokenSettings(List.of(), 512, 64, Aggregation.TOKEN);
    }

    /** By a client of its own, which knows nothing of the model yet. */
    private EntityModel model(SmallTokenizer tokenizer, TokenSettings settings) {
        ResilientServer server = ResilientServer.of(InferenceServerSettings.of(triton.url(), null, null));
        servers.add(server);
        return new TritonModels(
                        server,
                        new Batches(4, Duration.ofMillis(3), Duration.ofSeconds(60)),
                        Map.of(),
                        new ModelSettings("", tokenizer.tokenizer(), settings),
                        new SimpleMeterRegistry())
                .of(ToyTriton.TOKENS);
    }
}
