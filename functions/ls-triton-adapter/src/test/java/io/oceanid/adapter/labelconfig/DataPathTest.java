package io.oceanid.adapter.labelconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DataPathTest {

    private static final JsonNode DATA = EventJson.read("""
        {"text": "plain", "a.b": "exact", "a": {"b": "inner", "0": "zero", "c": [{"d": "deep"}, "second"]},
         "list": ["first", ["nested"]], "nothing": null, "x[0]": "literal", "number": 7}
        """);

    @ParameterizedTest
    @CsvSource({
        "$text, plain",
        "$a.b, exact",
        "$a.c[0].d, deep",
        "$a.c.0.d, deep",
        "$a[c][1], second",
        "$list[0], first",
        "$list[1][0], nested",
        "$a.0, zero",
        "$a[0], zero",
        "$x[0], literal"
    })
    void aPathLeadsToAValue(String value, String found) {
        assertThat(path(value).in(DATA)).map(JsonNode::stringValue).hasValue(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$missing",
                "$nothing",
                "$text.length",
                "$list.length",
                "$list[2]",
                "$list[99999999999]",
                "$a.c[0].x",
                "$number[0]"
            })
    void whereThereIsNothingThereIsNothing(String value) {
        assertThat(path(value).in(DATA)).isEmpty();
    }

    @Test
    void anyValueIsFound() {
        assertThat(path("$number").in(DATA)).map(JsonNode::intValue).hasValue(7);
        assertThat(path("$text").in(EventJson.read("[1]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "text", "$text ", "a $text", "$a-b", "$$text", "$texts[{{idx}}]", "$a\n"})
    void anythingElseIsNoPath(String value) {
        assertThat(DataPath.of(value)).isEmpty();
    }

    @Test
    void theFieldIsNamedForPeople() {
        assertThat(path("$a.c[0].d").field()).isEqualTo("data.a.c[0].d");
    }

    private static DataPath path(String value) {
        return DataPath.of(value).orElseThrow();
    }
}
