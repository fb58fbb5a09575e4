package io.oceanid.sink.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTextTest {

    private static final String SHIP = """
        {"text":"MV AEGIR","url":"https://data.example.org/t.txt","n":7,"doc":{"text":"MV AEGIR"},"a.b":"MV AEGIR"}\
        """;

    @ParameterizedTest
    @ValueSource(strings = {"text", "doc.text", "a.b"})
    void aTextTagLeadsToAKeyOrAPathOfTheData(String path) {
        String config = config("Text", "null", path);
        assertThat(mismatch(SHIP, config, 3, "AEGIR")).isFalse();
        assertThat(mismatch(SHIP, config, 2, "AEGIR")).isTrue();
        assertThat(mismatch(SHIP, config, 4, "AEGIR")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "doc", "doc.title", "text.length", "items[0].text", "text - $url", ".", ""})
    void aTextThatIsNotInTheDataIsNotKnown(String path) {
        assertThat(mismatch(SHIP, config("Text", "null", path), 3, "AEGIR")).isNull();
    }

    @Test
    void aTextBehindAUrlIsNotKnown() {
        assertThat(mismatch(SHIP, config("Text", "\"url\"", "text"), 3, "AEGIR"))
                .isNull();
    }

    @Test
    void anObjectThatTheConfigDoesNotNameIsNotKnown() {
        String config = config("Text", "null", "text").replace("[\"text\"]", "[\"other\"]");
        assertThat(mismatch(SHIP, config, 3, "AEGIR")).isNull();
    }

    @Test
    void aControlOfSeveralObjectsLeadsEachToItsOwnText() {
        String config = """
            {"compare":{"to_name":["other","text"],"inputs":[{"type":"Image","value":"url"},{"type":"Text","value":"text"}]}}\
            """;
        assertThat(mismatch(SHIP, config, 3, "AEGIR")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"c\":7}",
                "{\"c\":{}}",
                "{\"c\":{\"to_name\":\"text\",\"inputs\":[]}}",
                "{\"c\":{\"to_name\":[\"text\"],\"inputs\":[7]}}",
                "{\"c\":{\"to_name\":[\"text\"],\"inputs\":[{\"type\":7,\"value\":\"text\"}]}}",
                "{\"c\":{\"to_name\":[\"text\"],\"inputs\":[{\"type\":\"Text\",\"value\":7}]}}",
                "{\"c\":{\"to_name\":[\"text\",\"missing\"],\"inputs\":[{\"type\":\"Text\",\"value\":\"text\"}]}}"
            })
    void aConfigThatMakesNoSenseLeadsNowhere(String config) {
        assertThat(mismatch("{}", config, 3, "AEGIR")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}"})
    void withoutAConfigAnyStringOfTheDataMayBeTheText(String config) {
        assertThat(mismatch(SHIP, config, 3, "AEGIR")).isFalse();
        assertThat(mismatch(SHIP, config, 0, "https")).isFalse();
        assertThat(mismatch(SHIP, config, 2, "AEGIR")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[\"MV AEGIR\"]", "{}", "{\"n\":7}"})
    void aTaskWithoutTextsLeavesSpansUnchecked(String data) {
        assertThat(mismatch(data, null, 3, "AEGIR")).isNull();
        assertThat(mismatch(data, config("Text", "null", "text"), 3, "AEGIR")).isNull();
    }

    @Test
    void theTextsThatTheConfigNamesAreKnown() {
        String config = """
            {"a":{"to_name":["text","title"],"inputs":[{"type":"Text","value":"text"},{"type":"Text","value":"doc.text"}]},
             "b":{"to_name":["picture"],"inputs":[{"type":"Image","value":"url"}]}}\
            """;
        assertThat(known(SHIP, config))
                .containsExactly(new KnownText("text", "MV AEGIR"), new KnownText("title", "MV AEGIR"));
    }

    @Test
    void withoutAConfigATextIsKnownIfItIsTheOnlyString() {
        assertThat(known("{\"text\":\"MV AEGIR\",\"n\":7}", "null")).containsExactly(new KnownText(null, "MV AEGIR"));
        assertThat(known(SHIP, "null")).isEmpty();
    }

    private static List<KnownText> known(String data, String config) {
        return TaskText.of(EventJson.read(data), EventJson.read(config)).known();
    }

    private static String config(String type, String valueType, String value) {
        return """
            {"label":{"type":"Labels","to_name":["text"],"inputs":[{"type":"%s","valueType":%s,"value":"%s"}]}}\
            """.formatted(type, valueType, value);
    }

    private static @Nullable Boolean mismatch(String data, @Nullable String config, int start, String text) {
        var taskText = TaskText.of(EventJson.read(data), config == null ? null : EventJson.read(config));
        return ResultReader.read(EventJson.read("""
            [{"to_name":"text","type":"labels","value":{"start":%d,"end":%d,"text":"%s"}}]\
            """.formatted(start, start + text.length(), text)), taskText)
                .regions()
                .getFirst()
                .offsetMismatch();
    }
}
