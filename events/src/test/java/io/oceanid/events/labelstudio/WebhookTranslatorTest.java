package io.oceanid.events.labelstudio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.Unknown;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WebhookTranslatorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CREATED = "ANNOTATION_CREATED-annotation-create";

    private final WebhookTranslator translator = new WebhookTranslator(URI.create("https://label-studio.example.org"));

    @ParameterizedTest
    @MethodSource("io.oceanid.events.labelstudio.RecordedWebhook#all")
    void theSameWebhookGivesTheSameEventsWheneverItComes(RecordedWebhook webhook) {
        List<CloudEvent> first = translator.translate(webhook.bytes(), NOW);
        List<CloudEvent> again = translator.translate(webhook.bytes(), NOW.plusSeconds(3600));

        assertThat(ids(again)).isEqualTo(ids(first));
        assertThat(again.stream().map(LabelStudioEvent::dataOf))
                .isEqualTo(first.stream().map(LabelStudioEvent::dataOf).toList());
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.events.labelstudio.RecordedWebhook#all")
    void theOrderOfKeysDoesNotMatter(RecordedWebhook webhook) {
        assertThat(ids(translate(sortedDescending(webhook.body())))).isEqualTo(ids(translate(webhook.body())));
    }

    @Test
    void whatCountsOfItselfDoesNotMatterToAnAnnotation() {
        List<String> ids = ids(translate(recorded(CREATED)));

        assertThat(ids(translate(recorded(CREATED, body -> {
                    object(body, "/project").put("task_number", 99).put("total_annotations_number", 77);
                    object(body, "/project").put("updated_at", "2027-01-01T00:00:00Z");
                    object(body, "/task").put("total_annotations", 7).put("updated_at", "2027-01-01T00:00:00Z");
                    object(body, "/annotation").put("result_count", 3).put("created_ago", "2 minutes");
                }))))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.50", "15e-1"})
    void theSpellingOfANumberDoesNotMatter(String number) {
        List<String> ids = ids(translate(recorded(CREATED, body -> regionStart(body, "1.5"))));

        assertThat(ids(translate(recorded(CREATED, body -> regionStart(body, number)))))
                .isEqualTo(ids);
    }

    @Test
    void anotherStateIsAnotherEvent() {
        List<String> ids = ids(translate(recorded(CREATED)));

        assertThat(List.<Consumer<JsonNode>>of(
                        body -> object(body, "/annotation").put("updated_at", "2026-11-23T09:41:05.669857Z"),
                        body -> object(body, "/annotation/result/0/value").put("end", 17),
                        body -> ((ArrayNode) body.at("/annotation/result")).remove(0),
                        body -> object(body, "/annotation").put("was_cancelled", true),
                        body -> object(body, "/annotation").put("ground_truth", true),
                        body -> object(body, "/annotation").put("lead_time", 12.346),
                        body -> object(body, "/annotation").put("id", 3),
                        body -> object(body, "").put("action", "ANNOTATION_UPDATED")))
                .extracting(change -> ids(translate(recorded(CREATED, change))))
                .doesNotContain(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherLabelStudioSendsOtherEvents() {
        assertThat(ids(new WebhookTranslator(URI.create("https://other.example.org"))
                        .translate(EventJson.write(recorded(CREATED)), NOW)))
                .isNotEqualTo(ids(translate(recorded(CREATED))));
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.events.labelstudio.RecordedWebhook#all")
    void everyEventHasWhatTheCatalogueAsksFor(RecordedWebhook webhook) {
        assertThat(translator.translate(webhook.bytes(), NOW)).isNotEmpty().allSatisfy(event -> {
            EventType type = EventType.of(event.getType()).orElseThrow();
            assertThat(event.getId()).matches("[a-z_]+(-\\d+)?-[0-9a-f]{32}");
            assertThat(event.getSubject()).matches("[a-z_]+(/\\d+)?");
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataSchema()).isEqualTo(type.schema());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getExtension("partitionkey")).asString().matches("projects/\\d+|tasks|webhooks");
            assertThat(LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event)))
                    .isNotNull();
        });
    }

    @Test
    void theTimeIsThatOfTheStateOrElseOfReceipt() {
        assertThat(times(CREATED)).containsExactly(OffsetDateTime.parse("2026-11-23T09:41:05.669856Z"));
        assertThat(times("ANNOTATIONS_DELETED-annotation-delete"))
                .containsExactly(OffsetDateTime.parse(NOW.toString()));
        assertThat(times("START_TRAINING-ml-backend-ml-train")).containsExactly(OffsetDateTime.parse(NOW.toString()));
        assertThat(times("PROJECT_UPDATED-project-patch-title-no-payload"))
                .containsExactly(OffsetDateTime.parse(NOW.toString()));
    }

    @Test
    void theLargestIdsMakeSubjectAndIdNoLongerThanALine() {
        CloudEvent event = translate(
                        recorded(CREATED, body -> object(body, "/annotation").put("id", Long.MAX_VALUE)))
                .getFirst();

        assertThat(event.getSubject()).isEqualTo("annotations/" + Long.MAX_VALUE);
        assertThat(event.getId()).hasSizeLessThan(80);
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.events.labelstudio.RecordedWebhook#all")
    void secretsStayBehindWhateverTheActionAndTheShape(RecordedWebhook webhook) {
        JsonNode body = withSecrets(webhook.body());
        List.<Consumer<ObjectNode>>of(
                        _ -> {},
                        object -> object.put("action", "SOMETHING_NEW"),
                        object -> object.put("annotation", "broken").put("tasks", "broken"),
                        object -> object.set("project", object.arrayNode().add(object.path("project"))),
                        object -> object.set("payload", object.deepCopy()),
                        object -> object.set("data", object.deepCopy()))
                .forEach(change -> {
                    ObjectNode changed = (ObjectNode) body.deepCopy();
                    change.accept(changed);
                    assertThat(translate(changed))
                            .allSatisfy(event -> assertThat(structured(event)).doesNotContain("s3cr3t"));
                });
    }

    @Test
    void withoutAPayloadAWebhookIsKeptAsUnknown() {
        Unknown unknown = unknown(recorded("ANNOTATION_CREATED-annotation-create-no-payload"));

        assertThat(unknown.action()).isEqualTo("ANNOTATION_CREATED");
        assertThat(unknown.reason()).contains("send_payload=false");
        assertThat(unknown.body()).isEqualTo(json("{'action':'ANNOTATION_CREATED'}"));
    }

    @Test
    void aWebhookOfAnActionThatNobodyKnowsIsKept() {
        Unknown unknown =
                unknown(json("{'action':'COMMENT_CREATED','comment':{'id':1},'project':{'id':2,'token':'s'}}"));

        assertThat(unknown.action()).isEqualTo("COMMENT_CREATED");
        assertThat(unknown.reason()).contains("COMMENT_CREATED");
        assertThat(unknown.body())
                .isEqualTo(json("{'action':'COMMENT_CREATED','comment':{'id':1},'project':{'id':2}}"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        ANNOTATION_CREATED  | {'annotation':'broken'}                              | annotation is not an object
        ANNOTATION_CREATED  | {'annotation':null}                                  | annotation is missing
        ANNOTATION_CREATED  | {'project':{'id':1}}                                 | annotation is missing
        ANNOTATION_UPDATED  | {'annotation':{%s},'project':[]}                     | project is not an object
        ANNOTATION_UPDATED  | {'annotation':{%s},'project':{'id':'1'}}             | project.id is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{%s}}                                  | annotation.project is missing
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1.5}}                    | annotation.project is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':{'id':'1'}}}             | annotation.project is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1,'result':'[]'}}        | annotation.result is not an array
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1,'lead_time':1e999}}    | annotation.lead_time is not a number
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1,'was_cancelled':0}}    | annotation.was_cancelled is not true or false
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1,'unique_id':7}}        | annotation.unique_id is not a string
        ANNOTATION_UPDATED  | {'annotation':{%s,'project':1},'task':7}             | task is not an object
        ANNOTATION_UPDATED  | {'annotation':{'id':'7'},'project':{'id':1}}         | annotation.id is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{'id':{'id':7}},'project':{'id':1}}    | annotation.id is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{'id':9223372036854775808},'project':{'id':1}} | annotation.id is not a whole number
        ANNOTATION_UPDATED  | {'annotation':{'id':7},'project':{'id':1}}           | annotation.task is missing
        ANNOTATION_UPDATED  | {'annotation':{'id':7,'task':{}},'project':{'id':1}} | annotation.task is missing
        ANNOTATION_UPDATED  | {'annotation':{'id':7,'task':2},'project':{'id':1}}  | annotation.updated_at is missing
        ANNOTATIONS_CREATED | {'annotation':[{%s,'project':1}]}                    | task is missing
        ANNOTATIONS_CREATED | {'annotation':'x','task':[]}                         | annotation is not an array
        ANNOTATIONS_CREATED | {'annotation':[{%s,'project':1},'x'],'task':[]}      | annotations[1] is not an object
        ANNOTATIONS_DELETED | {'annotations':[{'id':1},{}]}                        | annotations[1].id is missing
        ANNOTATIONS_DELETED | {'annotations':[1]}                                  | annotations[0] is not an object
        TASKS_CREATED       | {'project':{'id':1}}                                 | tasks is missing
        TASKS_CREATED       | {'project':{'id':1},'tasks':{'0':1}}                 | tasks[0].id is missing
        TASKS_CREATED       | {'project':{'id':1},'tasks':'none'}                  | tasks is not an array
        TASKS_CREATED       | {'project':{'id':1},'tasks':[{'id':1,'updated_at':'2026-11-23T09:41:05Z','data':[]}]} | tasks[0].data is not an object
        TASKS_DELETED       | {'tasks':null}                                       | tasks is not an array
        PROJECT_UPDATED     | {'title':'no project'}                               | project is missing
        PROJECT_DELETED     | {'project':{'title':'no id'}}                        | project.id is missing
        LABEL_LINK_UPDATED  | {'label':{}}                                         | label_link is missing
        LABEL_LINK_DELETED  | {'label_link':{'id':true}}                           | label_link.id is not a whole number
        START_TRAINING      | {'project':7}                                        | project is not an object
        """)
    void aShapeThatIsNotKnownIsKeptWithTheFieldNamed(String action, String shape, String reason) {
        ObjectNode body =
                (ObjectNode) json(shape.replace("%s", "'id':7,'task':2,'updated_at':'2026-11-23T09:41:05.669856Z'"));
        body.put("action", action);

        Unknown unknown = unknown(body);

        assertThat(unknown.action()).isEqualTo(action);
        assertThat(unknown.reason()).isEqualTo(reason);
        assertThat(unknown.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "",
                "2026-11-23",
                "2026-11-23T09:41:05",
                "2026-11-23T09:41Z",
                "2026-02-30T09:41:05Z",
                "+12026-11-23T09:41:05Z",
                "9999-12-31T23:59:59-18:00"
            })
    void aTimeThatIsNoneIsKeptWithTheFieldNamed(String time) {
        assertThat(unknown(recorded(CREATED, body -> object(body, "/annotation").put("updated_at", time)))
                        .reason())
                .isEqualTo("annotation.updated_at is not a time of RFC 3339");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
                                      | the webhook is not JSON
        not json                      | the webhook is not JSON (line 1, column 1)
        {"action":"X","token":s3cr3t} | the webhook is not JSON (line 1, column 23)
        {"action":"X","a":1,"a":2}    | the webhook is not JSON (line 1, column 24)
        {"action":"X"} {}             | the webhook is not JSON (line 1, column 16)
        {"action":"X","n":1e99999999999} | the webhook is not JSON
        []                            | the webhook is not a JSON object
        "ANNOTATION_CREATED"          | the webhook is not a JSON object
        null                          | the webhook is not a JSON object
        {}                            | the webhook has no action
        {"project":{"id":1}}          | the webhook has no action
        {"action":null}               | the webhook has no action
        {"action":7}                  | the webhook has no action
        {"action":"  "}               | the webhook has no action
        """)
    void whatIsNoWebhookIsRefused(String bytes, String message) {
        assertThatExceptionOfType(UnreadableWebhookException.class)
                .isThrownBy(() -> translator.translate((bytes == null ? "" : bytes).getBytes(UTF_8), NOW))
                .withMessage(message);
    }

    @Test
    void whatIsNestedTooDeepToSendOnIsRefusedAndAllElseCanBeSent() {
        String deepest = "{\"action\":\"NEW\",\"a\":" + "[".repeat(479) + "]".repeat(479) + "}";
        String deeper = "{\"action\":\"NEW\",\"a\":" + "[".repeat(481) + "]".repeat(481) + "}";

        CloudEvent event = translator.translate(deepest.getBytes(UTF_8), NOW).getFirst();

        assertThat(CloudEventCodec.decode(
                        CloudEventCodec.encodeBatch(List.of(event)).headers(),
                        CloudEventCodec.encodeBatch(List.of(event)).body()))
                .hasSize(1);
        assertThatExceptionOfType(UnreadableWebhookException.class)
                .isThrownBy(() -> translator.translate(deeper.getBytes(UTF_8), NOW))
                .withMessageStartingWith("the webhook is nested deeper than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"a\\udc00b\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "100e2147483647",
                "1e-2147483647",
                "-0.0"
            })
    void oddTextAndNumbersTravelUnharmed(String value) {
        ObjectNode body = recorded(CREATED, whole -> {
            object(whole, "/annotation/result/0/value").set("text", EventJson.read(value));
            object(whole, "/task/data").set("text", EventJson.read(value));
        });
        CloudEvent event = translate(body).getFirst();

        CloudEvent arrived = CloudEventCodec.decode(
                        Map.of("content-type", "application/cloudevents+json"),
                        CloudEventCodec.encodeStructured(event).body())
                .getFirst();

        assertThat(event.getType()).isEqualTo(EventType.ANNOTATION_CREATED.type());
        assertThat(LabelStudioEvent.dataOf(arrived).at("/task/data/text")).isEqualTo(EventJson.read(value));
    }

    @Test
    void aTaskRepeatedForEachOfItsAnnotationsTravelsOnce() {
        AnnotationsSaved saved =
                (AnnotationsSaved) read(translate(recorded("ANNOTATIONS_CREATED-dm-predictions-to-annotations"))
                        .getFirst());

        assertThat(saved.annotations()).extracting(Annotation::id).containsExactly(9L, 10L);
        assertThat(saved.annotations()).extracting(Annotation::task).containsOnly(2L);
        assertThat(saved.tasks()).extracting(Task::id).containsExactly(2L);
    }

    @Test
    void annotationsWithFewerOrMoreTasksBesideThemAreAllKept() {
        String name = "ANNOTATIONS_CREATED-dm-predictions-to-annotations";
        ObjectNode without = recorded(name, body -> object(body, "").putArray("task"));
        ObjectNode one = recorded(name, body -> ((ArrayNode) body.path("task")).remove(1));
        ObjectNode single = recorded(name, body -> object(body, "").set("task", body.at("/task/0")));
        ObjectNode more = recorded(name, body -> {
            ObjectNode other = object(body, "/task/0").deepCopy().put("id", 77);
            ((ArrayNode) body.path("task")).add(other);
        });

        assertThat(List.of(without, one, single, more))
                .extracting(body -> (AnnotationsSaved) read(translate(body).getFirst()))
                .allSatisfy(saved -> assertThat(saved.annotations()).hasSize(2))
                .extracting(saved -> saved.tasks().stream().map(Task::id).toList())
                .containsExactly(List.of(), List.of(2L), List.of(2L), List.of(2L));
    }

    @Test
    void anEventOfAProjectSharesThePartitionOfTheOthers() {
        assertThat(translate(json("{'action':'LABEL_LINK_DELETED','label_link':{'id':4},'project':{'id':9}}")))
                .extracting(event -> event.getExtension("partitionkey"))
                .containsExactly("projects/9");
    }

    private List<CloudEvent> translate(JsonNode body) {
        return translator.translate(EventJson.write(body), NOW);
    }

    private List<OffsetDateTime> times(String recording) {
        return translate(recorded(recording)).stream().map(CloudEvent::getTime).toList();
    }

    private Unknown unknown(JsonNode body) {
        List<CloudEvent> events = translate(body);
        assertThat(events).extracting(CloudEvent::getType).containsExactly(EventType.UNKNOWN.type());
        return (Unknown) read(events.getFirst());
    }

    private static LabelStudioEvent read(CloudEvent event) {
        return LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event));
    }

    private static List<String> ids(List<CloudEvent> events) {
        return events.stream().map(CloudEvent::getId).toList();
    }

    private static String structured(CloudEvent event) {
        return new String(CloudEventCodec.encodeStructured(event).body(), UTF_8);
    }

    private static ObjectNode recorded(String name) {
        return (ObjectNode) RecordedWebhook.of(name).body();
    }

    private static ObjectNode recorded(String name, Consumer<? super ObjectNode> change) {
        ObjectNode body = recorded(name);
        change.accept(body);
        return body;
    }

    private static ObjectNode object(JsonNode body, String pointer) {
        return (ObjectNode) body.at(pointer);
    }

    private static void regionStart(JsonNode body, String number) {
        object(body, "/annotation/result/0/value").set("start", EventJson.read(number));
    }

    private static JsonNode json(String singleQuoted) {
        return EventJson.read(singleQuoted.replace('\'', '"'));
    }

    private static JsonNode withSecrets(JsonNode body) {
        ObjectNode copy = (ObjectNode) body.deepCopy();
        ObjectNode project = copy.path("project") instanceof ObjectNode object ? object : copy.putObject("project");
        project.put("token", "s3cr3t").put("task_data_login", "s3cr3t").put("task_data_password", "s3cr3t");
        for (String name : List.of("annotation", "task")) {
            if (copy.get(name) instanceof ObjectNode entity) {
                entity.set("project", project.deepCopy());
            }
        }
        return copy;
    }

    private static JsonNode sortedDescending(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(item -> array.add(sortedDescending(item)));
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(entry -> sorted.put(entry.getKey(), sortedDescending(entry.getValue())));
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        sorted.descendingMap().forEach(copy::set);
        return copy;
    }
}
