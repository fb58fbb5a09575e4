package io.oceanid.sink.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

class ResultReaderTest {

    private static final Result NOTHING = read("[]");

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"[]\"", "7", "true"})
    void aResultThatIsNoArrayHasNoItems(String result) {
        assertThat(read(result)).isEqualTo(NOTHING);
    }

    @Test
    void anAbsentResultHasNoItems() {
        assertThat(ResultReader.read(null, TaskText.unknown())).isEqualTo(NOTHING);
        assertThat(ResultReader.read(MissingNode.getInstance(), TaskText.unknown()))
                .isEqualTo(NOTHING);
    }

    @Test
    void regionsAndRelationsAreNumberedTogether() {
        Result result = read("""
            [{"type":"labels","id":"a"},
             {"type":"relation","from_id":"a","to_id":"b","direction":"right","labels":["owns"]},
             {"type":"labels","id":"b"}]\
            """);
        assertThat(result.regions()).extracting(Region::ordinal).containsExactly(0, 2);
        assertThat(result.relations()).singleElement().satisfies(relation -> {
            assertThat(relation.ordinal()).isEqualTo(1);
            assertThat(relation.fromId()).isEqualTo("a");
            assertThat(relation.toId()).isEqualTo("b");
            assertThat(relation.direction()).isEqualTo("right");
            assertThat(relation.labels()).containsExactly("owns");
            assertThat(relation.raw().path("type").stringValue()).isEqualTo("relation");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"relation\"}",
                "{\"type\":\"relation\",\"from_id\":1,\"to_id\":{},\"direction\":[],\"labels\":null}",
                "{\"type\":\"relation\",\"labels\":[\"owns\",2]}"
            })
    void aRelationWithoutWhatItNeedsIsKeptBare(String item) {
        assertThat(read("[" + item + "]").relations())
                .containsExactly(new Relation(0, null, null, null, List.of(), EventJson.read(item)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "12",
                "\"labels\"",
                "[{\"type\":\"labels\"}]",
                "{}",
                "{\"type\":null}",
                "{\"type\":\"\"}",
                "{\"type\":7,\"id\":7,\"from_name\":[],\"to_name\":{},\"origin\":1,\"parentID\":2,\"score\":\"0.5\","
                        + "\"item_index\":0.5,\"value\":\"text\"}",
                "{\"value\":{\"start\":{},\"end\":[],\"text\":[1,\"a\"],\"labels\":[{}],\"points\":{}}}",
                "{\"value\":{\"start\":1,\"text\":{},\"labels\":\"PORT\"}}",
                "{\"value\":{\"start\":\"-1\",\"end\":\"12345678901\",\"x\":\"1\",\"y\":2}}",
                "{\"score\":1e400,\"item_index\":1e1000000000,\"value\":{\"start\":1e1000000000,\"end\":1e1000000001}}",
                "{\"value\":{\"start\":2147483648,\"end\":99999999999999999999,\"x\":1e999,\"y\":1}}",
                "{\"value\":{\"points\":[],\"x\":1,\"y\":1}}",
                "{\"value\":{\"points\":[[1,2],[3]]}}",
                "{\"value\":{\"vertices\":[{\"x\":-1.7e308,\"y\":0},{\"x\":1.7e308,\"y\":0}]}}",
                "{\"value\":{\"x\":1.7e308,\"y\":0,\"radiusX\":1.7e308,\"radiusY\":1}}",
                "{\"value\":{\"sequence\":[],\"start\":1,\"end\":2}}",
                "{\"value\":{\"sequence\":[7,{\"time\":\"late\"}]}}",
                "{\"value\":{\"channel\":0,\"start\":1e400,\"end\":\"2\"}}",
                "{\"value\":{\"text\":[]}}"
            })
    void anItemThatMakesNoSenseIsKeptBare(String item) {
        assertThat(read("[" + item + "]").regions())
                .containsExactly(new Region(
                        0,
                        null,
                        null,
                        null,
                        "unknown",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        EventJson.read(item)));
    }

    @Test
    void aNumberThatIsNoneIsNotKept() {
        var item = JsonNodeFactory.instance.objectNode();
        item.set("score", DoubleNode.valueOf(Double.NaN));
        item.set("item_index", DoubleNode.valueOf(Double.POSITIVE_INFINITY));
        item.putObject("value")
                .put("channel", 0)
                .set("start", DoubleNode.valueOf(Double.NEGATIVE_INFINITY))
                .set("end", DoubleNode.valueOf(Double.NaN));
        Region region = ResultReader.read(JsonNodeFactory.instance.arrayNode().add(item), TaskText.unknown())
                .regions()
                .getFirst();
        assertThat(region.score()).isNull();
        assertThat(region.itemIndex()).isNull();
        assertThat(region.startTime()).isNull();
        assertThat(region.endTime()).isNull();
    }

    @Test
    void loneSurrogatesAndNulPassThrough() {
        Result result = read("""
            [{"id":"\\u0000","type":"\\udc00","value":{"start":0,"end":1,"text":"\\ud800","\\udc00":["\\ud800\\u0000"]}}]\
            """);
        assertThat(result.regions()).singleElement().satisfies(region -> {
            assertThat(region.id()).isEqualTo("\0");
            assertThat(region.type()).isEqualTo("\udc00");
            assertThat(region.text()).isEqualTo("\ud800");
            assertThat(region.labels()).containsExactly("\ud800\0");
        });
    }

    private static Result read(String result) {
        return ResultReader.read(EventJson.read(result), TaskText.unknown());
    }
}
