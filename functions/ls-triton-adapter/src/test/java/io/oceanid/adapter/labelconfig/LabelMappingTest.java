package io.oceanid.adapter.labelconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LabelMappingTest {

    private static final List<OfferedLabel> LABELS = List.of(
            label("VESSEL", "VESSEL", "ship", "PORT"),
            label("HS Code", "HS Code"),
            label("Harbour", "PORT"),
            label("vessel", "vessel"),
            label("Place", "P"));

    @ParameterizedTest
    @CsvSource({
        "VESSEL, VESSEL",
        "vessel, vessel",
        "Vessel, VESSEL",
        "ship, VESSEL",
        "HS_CODE, HS Code",
        "hs-code, HS Code",
        "HS  code, HS Code",
        "P, P",
        "Place, P",
        "PLACE, P",
        "PORT, VESSEL",
        "harbour, PORT"
    })
    void aLabelOfTheModelFindsItsOwn(String modelLabel, String stored) {
        assertThat(new LabelMapping(LABELS, Map.of()).labelFor(modelLabel)).hasValue(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O", "HSCODE", "Ship", "VESSELS"})
    void aLabelThatTheControlLacksIsNone(String modelLabel) {
        assertThat(new LabelMapping(LABELS, Map.of()).labelFor(modelLabel)).isEmpty();
    }

    @Test
    void whatIsConfiguredGoesFirst() {
        var mapping = new LabelMapping(LABELS, Map.of("LOC", "PORT", "ship", "hs code", "VESSEL", "absent"));
        assertThat(mapping.labelFor("LOC")).hasValue("PORT");
        assertThat(mapping.labelFor("ship")).hasValue("HS Code");
        assertThat(mapping.labelFor("VESSEL")).hasValue("VESSEL");
    }

    @Test
    void aTaskMayBringItsOwnLabels() {
        SpanControl control = LabelConfig.parse("<View><Labels name='l' toName='t' value='$labels'><Label value='A'/>"
                        + "</Labels><Text name='t' value='$t'/></View>")
                .controls()
                .getFirst();
        JsonNode data = EventJson.read("""
            {"labels": ["B", {"value": "Port", "alias": "P", "predicted_values": "LOC,place"}, {"value": 7}, 8, null]}
            """);
        assertThat(control.offered(data))
                .containsExactly(label("A", "A"), label("B", "B"), label("Port", "P", "LOC", "place"));
        assertThat(control.mapping(data, Map.of()).labelFor("LOC")).hasValue("P");
        assertThat(control.mapping(EventJson.read("{}"), Map.of()).labelFor("B"))
                .isEmpty();
        assertThat(control.mapping(EventJson.read("{\"labels\":\"B\"}"), Map.of())
                        .labelFor("B"))
                .isEmpty();
        assertThat(control.mapping(data, Map.of()).labelFor("A")).hasValue("A");
    }

    @Test
    void withoutLabelsOfItsOwnATaskHasTheConfigs() {
        SpanControl control = LabelConfig.parse("<View><Labels name='l' toName='t' value='literal'><Label value='A'/>"
                        + "</Labels><Text name='t' value='$t'/></View>")
                .controls()
                .getFirst();
        assertThat(control.offered(EventJson.read("{}"))).isEqualTo(control.labels());
    }

    private static OfferedLabel label(String value, String stored, String... predictedValues) {
        return new OfferedLabel(value, stored, List.of(predictedValues));
    }
}
