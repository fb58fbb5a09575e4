package io.oceanid.sink.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExportRecordedTest {

    /** What a task says only with its own events, and what no webhook told of. */
    private static final Set<String> NOT_TOLD = Set.of("annotations", "updated_at", "total_annotations");

    private static TestDatabase database;
    private static TestSink sink;

    @BeforeAll
    static void tellAll() {
        database = TestDatabase.create();
        sink = TestSink.start(database.url());
        RecordedWebhook.all().forEach(webhook -> sink.post("/webhook", webhook.bytes()));
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void aTaskIsExportedAsLabelStudioItselfExportsIt() {
        JsonNode theirs = ExportedTasks.ofLabelStudio().get(0);
        JsonNode ours = task(1);

        assertThat(ours.propertyNames()).containsExactlyInAnyOrderElementsOf(theirs.propertyNames());
        for (String name : theirs.propertyNames()) {
            if (!NOT_TOLD.contains(name)) {
                assertThat(ours.get(name)).as(name).isEqualTo(theirs.get(name));
            }
        }
    }

    @Test
    void anAnnotationIsExportedAsLabelStudioItselfExportsIt() {
        JsonNode theirs = ExportedTasks.ofLabelStudio().get(0).get("annotations");
        JsonNode ours = task(1).get("annotations");

        assertThat(ids(ours)).containsExactly(3L, 4L);
        assertThat(ours.get(0)).isEqualTo(theirs.get(0));
        assertThat(ours.get(1)).isEqualTo(theirs.get(1));
    }

    @Test
    void everyTaskThatIsNotDeletedIsALineInTheOrderOfIds() {
        List<Long> expected =
                database
                        .rows("select id from oceanid.task where project = 1 and deleted_at is null order by id")
                        .stream()
                        .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                        .toList();
        HttpResponse<String> response = ExportedTasks.get(sink, "/projects/1/export");

        assertThat(expected).hasSizeGreaterThan(10).contains(1L, 19L);
        assertThat(ExportedTasks.lines(response).stream().map(ExportRecordedTest::id))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void skippedAnnotationsAreKeptAndCounted() {
        JsonNode task = task(2);
        assertThat(ids(task.get("annotations"))).containsExactly(7L, 9L, 10L);
        assertThat(task.at("/annotations/0/was_cancelled").booleanValue()).isTrue();
        assertThat(task.get("total_annotations").intValue()).isEqualTo(2);
        assertThat(task.get("cancelled_annotations").intValue()).isEqualTo(1);
    }

    @Test
    void aTaskKnownByItsAnnotationsAloneIsALineToo() {
        database.execute("""
            insert into oceanid.annotation (id, project, task, was_cancelled, updated_at, raw)
            values (900, 90, 901, false, now(), '{"id":900}')
            """);
        assertThat(ExportedTasks.lines(ExportedTasks.get(sink, "/projects/90/export")))
                .containsExactly(EventJson.read("""
                    {"id":901,"project":90,"inner_id":null,"data":null,"meta":null,"created_at":null,"updated_at":null,
                     "drafts":[],"predictions":[],"total_annotations":1,"cancelled_annotations":0,
                     "annotations":[{"id":900,"result":[]}]}\
                    """));
    }

    @Test
    void aResultThatIsNoListIsToldAsItCame() {
        ExportedTasks.annotate(sink, 730, "MV AB", "null");
        assertThat(task(730).at("/annotations/0/result").isNull()).isTrue();
    }

    @Test
    void relationsStandBetweenTheRegionsWhereTheyStood() {
        String result =
                "[%s,%s,%s]".formatted(ExportedTasks.region(0, 2, "VESSEL"), """
                    {"type":"relation","from_id":"r0","to_id":"r3","direction":"right"}\
                    """, ExportedTasks.region(3, 5, "PORT"));
        ExportedTasks.annotate(sink, 700, "MV AB", result);
        assertThat(task(700).at("/annotations/0/result")).isEqualTo(EventJson.read(result));
    }

    @Test
    void conllTagsTheTextOfEachAnnotation() {
        assertThat(ExportedTasks.get(sink, "/projects/8/export?format=conll").body())
                .startsWith("""
                    -DOCSTART- -X- O
                    MV -X- _ O
                    NORTHERN -X- _ B-VESSEL
                    STAR -X- _ I-VESSEL
                    ( -X- _ O
                    IMO -X- _ O
                    9321483 -X- _ O
                    ) -X- _ O
                    """)
                .endsWith("HIGH -X- _ O\n. -X- _ O\n\n");
    }

    @Test
    void conllCountsInCodePointsAndLeavesOutWhatDoesNotAgreeWithTheText() {
        ExportedTasks.annotate(
                sink,
                720,
                "🚢🚢 cafe\u0301\r\nMV AEGIR",
                "[%s,%s,%s,%s]"
                        .formatted(
                                ExportedTasks.region(1, 2, "FLAG"),
                                ExportedTasks.region(3, 8, "PORT"),
                                ExportedTasks.region(10, 18, "VESSEL"),
                                ExportedTasks.region(17, 19, "BEYOND")));
        assertThat(ExportedTasks.get(sink, "/projects/1/export?format=conll").body())
                .contains("""
                    🚢 -X- _ O
                    🚢 -X- _ B-FLAG
                    cafe\u0301 -X- _ B-PORT
                    MV -X- _ B-VESSEL
                    AEGIR -X- _ I-VESSEL

                    """);
    }

    @Test
    void conllHasADocumentForEachAnnotationThatIsNeitherSkippedNorDeleted() {
        String annotations = database.value("""
            select count(*) from oceanid.current_annotation a join oceanid.task t on t.id = a.task
            where a.project = 8 and t.deleted_at is null and t.data ? 'text'
            """);
        assertThat(ExportedTasks.get(sink, "/projects/8/export?format=conll")
                        .body()
                        .split("\n\n", -1))
                .hasSize(1 + Integer.parseInt(String.valueOf(annotations)));
    }

    @Test
    void csvHasARowForEachRegion() {
        HttpResponse<String> response = ExportedTasks.get(sink, "/projects/1/export?format=csv");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(response.body()).stream().toList();

        NamedCsvRecord first = rows.getFirst();
        assertThat(first.getHeader())
                .containsExactly(
                        "project",
                        "task",
                        "annotation",
                        "completed_by",
                        "was_cancelled",
                        "ground_truth",
                        "updated_at",
                        "region",
                        "from_name",
                        "to_name",
                        "type",
                        "labels",
                        "span_start",
                        "span_end",
                        "text",
                        "offset_mismatch",
                        "x",
                        "y",
                        "width",
                        "height",
                        "score");
        assertThat(first.getFields())
                .containsExactly(
                        "1",
                        "1",
                        "3",
                        "1",
                        "false",
                        "false",
                        "2026-11-23T09:41:05.763753Z",
                        "r1",
                        "label",
                        "text",
                        "labels",
                        "VESSEL",
                        "3",
                        "16",
                        "NORTHERN STAR",
                        "false",
                        "",
                        "",
                        "",
                        "",
                        "");
        assertThat(rows.stream().map(row -> row.getField("annotation"))).contains("3", "9", "10");
    }

    @Test
    void csvQuotesWhatHasToBeAndChangesNothing() {
        ExportedTasks.annotate(sink, 710, "MV AB", """
            [{"id":"=1+1","from_name":"note","to_name":"text","type":"textarea",
              "value":{"text":["a \\"b\\", c\\r\\nd"]}},
             {"id":"-5","from_name":"box","to_name":"image","type":"rectanglelabels",
              "value":{"x":-1.5,"y":2,"width":10,"height":0.00001,"labels":["A","B"]},"score":0.5}]\
            """);
        String exact = ExportedTasks.get(sink, "/projects/1/export?format=csv").body();
        String disarmed = ExportedTasks.get(sink, "/projects/1/export?format=csv&spreadsheet=true")
                .body();

        assertThat(exact).contains("Z,=1+1,note,text,textarea,,,,\"a \"\"b\"\", c\r\nd\",,,,,,\r\n");
        assertThat(exact).contains("Z,-5,box,image,rectanglelabels,A|B,,,,,-1.5,2,10,1e-05,0.5\r\n");
        assertThat(disarmed).isEqualTo(exact.replace(",=1+1,", ",'=1+1,"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/x-ndjson, jsonl",
        "?format=jsonl, application/x-ndjson, jsonl",
        "?format=conll, text/plain;charset=utf-8, conll",
        "?format=csv, text/csv;charset=utf-8, csv"
    })
    void theHeadSaysWhatItIs(String query, String contentType, String ending) {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> response =
                    ExportedTasks.send(sink, method, "/projects/1/export" + query, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase(contentType);
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"project-1." + ending + "\"");
            assertThat(response.body().isEmpty()).isEqualTo(method.equals("HEAD"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/projects/1/export?format=xml, format",
        "/projects/1/export?format=, format",
        "/projects/1/export?format=csv&spreadsheet=yes, spreadsheet",
        "/projects/one/export, id",
        "/projects/-1/export, id",
        "/projects/9999999999999999999/export, id"
    })
    void aParameterThatMakesNoSenseIsNamed(String path, String parameter) {
        HttpResponse<String> response = ExportedTasks.get(sink, path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(EventJson.read(response.body()).get("field").stringValue()).isEqualTo(parameter);
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aProjectThatIsNotKnownOrIsDeletedIsNotFound(String method) {
        assertThat(database.value("select count(*) from oceanid.project where deleted_at is not null"))
                .isNotEqualTo("0");
        String deleted = database.value("select min(id) from oceanid.project where deleted_at is not null");
        for (String project : List.of("404", String.valueOf(deleted))) {
            HttpResponse<String> response =
                    ExportedTasks.send(sink, method, "/projects/" + project + "/export", BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void oneSlashMoreIsOverlookedAndNothingIsServedBesideIt() {
        assertThat(ExportedTasks.get(sink, "/projects/1/export/").statusCode()).isEqualTo(200);
        assertThat(ExportedTasks.get(sink, "/projects/1").statusCode()).isEqualTo(404);
        assertThat(sink.post("/projects/1/export", new byte[0]).statusCode()).isEqualTo(405);
    }

    @Test
    void healthCanBeAskedForItsHeadToo() {
        HttpResponse<String> response = ExportedTasks.send(sink, "HEAD", "/health", BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aProjectWithoutTasksIsEmpty() {
        database.execute("insert into oceanid.project (id, updated_at, raw) values (91, now(), '{}')");
        assertThat(ExportedTasks.get(sink, "/projects/91/export").body()).isEmpty();
        assertThat(ExportedTasks.get(sink, "/projects/91/export?format=conll").body())
                .isEqualTo("-DOCSTART- -X- O\n");
        assertThat(ExportedTasks.get(sink, "/projects/91/export?format=csv").body())
                .startsWith("project,task,")
                .hasLineCount(1);
    }

    private static JsonNode task(long id) {
        return ExportedTasks.lines(ExportedTasks.get(sink, "/projects/1/export")).stream()
                .filter(line -> id(line) == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> ids(JsonNode annotations) {
        return annotations.values().stream().map(ExportRecordedTest::id).collect(Collectors.toList());
    }

    private static long id(JsonNode thing) {
        return thing.get("id").longValue();
    }
}
