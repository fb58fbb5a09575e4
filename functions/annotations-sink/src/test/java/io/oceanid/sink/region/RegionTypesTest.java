package io.oceanid.sink.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A sample of every kind of region that Label Studio has, and the columns it fills. */
class RegionTypesTest {

    private static final JsonNode FILE = file();

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void fillsTheColumnsThatTheItemHas(String sample, JsonNode item, Map<String, Object> row) {
        assertThat(columns(read(item, FILE.path("parsed_label_config")))).isEqualTo(row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samplesThatSpeakForThemselves")
    void fillsTheSameColumnsWithoutALabelConfig(String sample, JsonNode item, Map<String, Object> row) {
        assertThat(columns(read(item, null))).isEqualTo(row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void keepsTheItemAsItCame(String sample, JsonNode item, Map<String, Object> row) {
        assertThat(read(item, null).raw()).isSameAs(item);
    }

    private static Region read(JsonNode item, @Nullable JsonNode config) {
        JsonNode result = JsonNodeFactory.instance.arrayNode().add(item);
        return ResultReader.read(result, TaskText.of(FILE.path("data"), config))
                .regions()
                .getFirst();
    }

    private static Stream<Arguments> samples() {
        return FILE.path("samples").values().stream().map(RegionTypesTest::arguments);
    }

    private static Stream<Arguments> samplesThatSpeakForThemselves() {
        return FILE.path("samples").values().stream()
                .filter(sample -> !sample.has("needsConfig"))
                .map(RegionTypesTest::arguments);
    }

    private static Arguments arguments(JsonNode sample) {
        return Arguments.of(sample.path("sample").stringValue(), sample.path("item"), plain(sample.path("row")));
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var members = new LinkedHashMap<String, Object>();
            node.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            return node.values().stream().map(RegionTypesTest::plain).toList();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isIntegralNumber() ? (Object) node.intValue() : (Object) node.doubleValue();
    }

    private static Map<String, Object> columns(Record row) {
        var columns = new LinkedHashMap<String, Object>();
        for (RecordComponent column : row.getClass().getRecordComponents()) {
            Object value = valueOf(column, row);
            boolean counts =
                    !column.getName().equals("raw") && !column.getName().equals("ordinal");
            if (counts && value != null && !value.equals(List.of())) {
                columns.put(column.getName(), value instanceof Box box ? columns(box) : value);
            }
        }
        return columns;
    }

    private static @Nullable Object valueOf(RecordComponent column, Record row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static JsonNode file() {
        try (InputStream json = RegionTypesTest.class.getResourceAsStream("region-types.json")) {
            return EventJson.read(Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
