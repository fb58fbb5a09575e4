package io.oceanid.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.InvalidEventException;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas and the records say the same: what one takes, the other takes. */
class SchemaAgreementTest {

    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "true",
                    "7",
                    "7.0",
                    "7.5",
                    "-9223372036854775808",
                    "9223372036854775807",
                    "9223372036854775808",
                    "\"\"",
                    "\"7\"",
                    "\"2026-11-23T09:41:05.669856Z\"",
                    "\"2026-11-23t09:41:05+02:00\"",
                    "\"2026-11-23T09:41Z\"",
                    "\"2026-13-23T09:41:05Z\"",
                    "\"2026-11-23 09:41:05Z\"",
                    "\"12026-11-23T09:41:05Z\"",
                    "[]",
                    "[7]",
                    "[{}]",
                    "{}",
                    "{\"id\":7}",
                    "{\"id\":null}",
                    "{\"id\":\"7\"}",
                    "{\"id\":{\"id\":7}}")
            .map(EventJson::read)
            .toList();

    private final Catalogue catalogue = new Catalogue(Path.of("catalogue"));
    private final Schemas schemas = new Schemas(Path.of("catalogue"));

    @ParameterizedTest
    @EnumSource
    void whatTheSchemaTakesCanBeReadAndTheOtherWayRound(EventType type) throws IOException {
        JsonNode example =
                LabelStudioEvent.dataOf(catalogue.examplesOf(type).getFirst().event());
        int taken = 0;
        int refused = 0;
        for (JsonNode data : mutations(example)) {
            List<String> errors = schemas.errors(type, data);
            assertThat(problem(type, data))
                    .as("%s: %s", errors, data)
                    .matches(problem -> problem.isEmpty() == errors.isEmpty());
            if (errors.isEmpty()) {
                taken++;
            } else {
                refused++;
            }
        }
        // neither is rare, so both are tested
        assertThat(taken).isGreaterThan(2);
        assertThat(refused).isGreaterThan(10);
    }

    private static String problem(EventType type, JsonNode data) {
        try {
            LabelStudioEvent.read(type.type(), data);
            return "";
        } catch (InvalidEventException e) {
            return e.problem();
        }
    }

    /** The data with one or two fields, at most two levels deep, taken away or made something else. */
    private static List<JsonNode> mutations(JsonNode data) {
        List<JsonNode> mutations = new ArrayList<>();
        change(data, mutated -> {
            mutations.add(mutated.deepCopy());
            if (mutated.has("project")) {
                // without it, things have to say themselves what they belong to
                JsonNode alone = mutated.deepCopy();
                ((ObjectNode) alone).remove("project");
                mutations.add(alone);
            }
        });
        return mutations;
    }

    private static void change(JsonNode data, Consumer<JsonNode> then) {
        ObjectNode root = (ObjectNode) data.deepCopy();
        for (ObjectNode object : objects(root)) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode before = object.remove(name);
                then.accept(root);
                for (JsonNode value : VALUES) {
                    object.set(name, value);
                    then.accept(root);
                }
                object.set(name, before);
            }
        }
    }

    private static List<ObjectNode> objects(ObjectNode root) {
        List<ObjectNode> objects = new ArrayList<>(List.of(root));
        for (JsonNode child : root.values()) {
            if (child instanceof ObjectNode object) {
                objects.add(object);
            }
            if (child instanceof ArrayNode array && array.path(0) instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }
}
