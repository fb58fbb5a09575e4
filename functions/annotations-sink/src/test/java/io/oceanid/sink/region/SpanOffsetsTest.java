package io.oceanid.sink.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class SpanOffsetsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property
    void aSpanCutAtCodePointsAlwaysMatches(
            @ForAll("texts") String text, @ForAll @IntRange(min = 0) int a, @ForAll @IntRange(min = 0) int b) {
        Cut cut = Cut.of(text, a, b);
        assertThat(mismatch(text, cut.start(), cut.end(), cut.text())).isFalse();
    }

    @Property
    void aSpanQuotedAsTheEditorShowsItMatches(
            @ForAll("texts") String text, @ForAll @IntRange(min = 0) int a, @ForAll @IntRange(min = 0) int b) {
        Cut cut = Cut.of(text, a, b);
        assertThat(mismatch(text, cut.start(), cut.end(), cut.text().replace('\r', '\n')))
                .isFalse();
    }

    @Property
    void aShiftedSpanIsMarkedUnlessTheSameTextStandsThere(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 0) int a,
            @ForAll @IntRange(min = 0) int b,
            @ForAll @IntRange(min = -3, max = 3) int shift) {
        Cut cut = Cut.of(text, a, b);
        int start = cut.start() + shift;
        int end = cut.end() + shift;
        assertThat(mismatch(text, start, end, cut.text())).isEqualTo(!oracle(text, start, end, cut.text()));
    }

    @Property
    void anyOffsetsAndTextAreJudgedAsByCountingEachCodePoint(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = -2, max = 200) int start,
            @ForAll @IntRange(min = -2, max = 200) int end,
            @ForAll("texts") String quoted) {
        assertThat(mismatch(text, start, end, quoted)).isEqualTo(!oracle(text, start, end, quoted));
    }

    @Property
    void withoutAQuotedTextOnlyTheBoundsCount(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = -2, max = 200) int start,
            @ForAll @IntRange(min = -2, max = 200) int end) {
        boolean inBounds =
                0 <= start && start <= end && end <= text.codePoints().count();
        assertThat(mismatch(text, start, end, null)).isEqualTo(!inBounds);
    }

    @Example
    void aSpanMayEndWhereTheTextEnds() {
        assertThat(mismatch("🚢".repeat(64), 0, 64, "🚢".repeat(64))).isFalse();
        assertThat(mismatch("🚢".repeat(64), 64, 64, "")).isFalse();
        assertThat(mismatch("🚢".repeat(64), 64, 65, null)).isTrue();
    }

    @Example
    void aSpanThatCutsASurrogatePairIsMarked() {
        assertThat(mismatch("a🚢b", 1, 2, "\ud83d")).isTrue();
        assertThat(mismatch("a🚢b", 2, 3, "\udea2")).isTrue();
    }

    @Example
    void aLongTextWithManySpansIsNotWalkedForEach() {
        String text = "🚢 sails ".repeat(250_000);
        int length = text.codePointCount(0, text.length());
        ArrayNode result = JSON.arrayNode();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20_000; i++) {
            int start = random.nextInt(length / 8) * 8;
            result.add(item(start, start + 8, "🚢 sails "));
        }
        Result read = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(text, result));
        assertThat(read.regions()).extracting(Region::offsetMismatch).containsOnly(false);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "ß",
                        " ",
                        "\r\n",
                        "\r",
                        "\n",
                        "\0",
                        "e\u0301",
                        "\u202e",
                        "שלום",
                        "مرحبا",
                        "漢",
                        "🚢",
                        "👩‍👩‍👧‍👦",
                        "🏴‍☠️",
                        "🇧🇷",
                        "𝄞",
                        "\ud800",
                        "\udc00")
                .list()
                .ofMaxSize(150)
                .map(parts -> String.join("", parts));
    }

    /** What the code under test must say, the slow and certain way. */
    private static boolean oracle(String text, int start, int end, String quoted) {
        int[] all = folded(text);
        return 0 <= start
                && start <= end
                && end <= all.length
                && Arrays.equals(Arrays.copyOfRange(all, start, end), folded(quoted));
    }

    private static int[] folded(String text) {
        return text.codePoints().map(point -> point == '\r' ? '\n' : point).toArray();
    }

    private static @Nullable Boolean mismatch(String text, int start, int end, @Nullable String quoted) {
        return read(text, JSON.arrayNode().add(item(start, end, quoted)))
                .regions()
                .getFirst()
                .offsetMismatch();
    }

    private static Result read(String text, ArrayNode result) {
        return ResultReader.read(result, TaskText.of(JSON.objectNode().put("text", text), null));
    }

    private static JsonNode item(int start, int end, @Nullable String quoted) {
        var item = JSON.objectNode().put("type", "labels").put("to_name", "text");
        var value = item.putObject("value").put("start", start).put("end", end);
        if (quoted != null) {
            value.put("text", quoted);
        }
        return item;
    }

    private record Cut(int start, int end, String text) {

        static Cut of(String text, int a, int b) {
            int[] points = text.codePoints().toArray();
            int start = Math.min(a % (points.length + 1), b % (points.length + 1));
            int end = Math.max(a % (points.length + 1), b % (points.length + 1));
            return new Cut(start, end, new String(points, start, end - start));
        }
    }
}
