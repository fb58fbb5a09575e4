package io.oceanid.bootstrapper.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.StoringProjects;
import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApplyTest {

    private static final String DECLARATION = """
        name: cargo
        title: Cargo papers
        description: What ships carry.
        labels: {kind: ner, values: [VESSEL, PORT]}
        settings: {show_instruction: true, maximum_annotations: 2}
        backends: ["https://models.example.org/ner"]
        webhooks:
          - url: https://sink.example.org/webhook
            actions: [ANNOTATION_CREATED, ANNOTATION_UPDATED]
            headers: {X-Secret: "${secret:sink}"}
        """;

    private static StoringProjects labelStudio;
    private static TestBootstrapper bootstrapper;

    @BeforeAll
    static void start() {
        labelStudio = StoringProjects.start();
        bootstrapper = TestBootstrapper.with(labelStudio, "--oceanid.bootstrapper.secrets.sink=s3cret");
    }

    @AfterAll
    static void stop() {
        bootstrapper.close();
        labelStudio.close();
    }

    @BeforeEach
    void nothingIsThere() {
        labelStudio.reset();
    }

    @Test
    void aProjectIsMadeWithAllThatBelongsToIt() {
        JsonNode report = applied(DECLARATION);

        assertThat(labelStudio.projects()).singleElement().satisfies(project -> {
            assertThat(project.path("title").stringValue()).isEqualTo("Cargo papers");
            assertThat(project.path("description").stringValue()).isEqualTo("What ships carry.\n\n[oceanid:cargo]");
            assertThat(project.path("label_config").stringValue()).contains("\"VESSEL\"", "\"PORT\"", "$text");
            assertThat(project.path("maximum_annotations").intValue()).isEqualTo(2);
            assertThat(report.path("project").longValue())
                    .isEqualTo(project.path("id").longValue());
        });
        assertThat(labelStudio.backends())
                .extracting(backend -> backend.path("url").stringValue())
                .containsExactly("https://models.example.org/ner");
        assertThat(steps(report))
                .containsExactly(
                        "create project Cargo papers done",
                        "create backend https://models.example.org/ner done",
                        "create webhook https://sink.example.org/webhook done");
    }

    @Test
    void theWebhookThatComesWithABackendGoesAgain() {
        applied(DECLARATION);

        assertThat(labelStudio.webhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.path("url").stringValue()).isEqualTo("https://sink.example.org/webhook");
            assertThat(webhook.path("headers").path("X-Secret").stringValue()).isEqualTo("s3cret");
            assertThat(webhook.path("actions")).hasSize(2);
            assertThat(webhook.path("send_for_all_actions").booleanValue()).isFalse();
        });
    }

    @Test
    void applyingTwiceChangesNothing() {
        applied(DECLARATION);
        List<String> changes = labelStudio.changes();

        JsonNode report = applied(DECLARATION);

        assertThat(report.path("steps")).isEmpty();
        assertThat(labelStudio.changes()).isEqualTo(changes);
        assertThat(planned(DECLARATION).path("changes").booleanValue()).isFalse();
    }

    @Test
    void declaredTasksAreImportedOnce() {
        String two = DECLARATION + "tasks: [{text: MV Ægir, hs: \"0901.21\"}, {text: MV Ægir, hs: \"0901.21\"}]\n";
        assertThat(steps(applied(two))).contains("import 2 tasks done");

        assertThat(applied(two).path("steps")).isEmpty();
        JsonNode report = applied(two.replace("[{text", "[{text: new}, {text"));

        assertThat(steps(report)).containsExactly("import 1 tasks done");
        assertThat(report.path("steps").path(0).path("result").path("known").longValue())
                .isEqualTo(2);
        assertThat(labelStudio.tasksOf(1).values("text")).containsExactly("MV Ægir", "MV Ægir", "new");
        assertThat(labelStudio.tasksOf(1).values("hs")).startsWith("0901.21", "0901.21");
    }

    @Test
    void aPlanTellsWhatAnApplyWouldDoAndDoesNothing() {
        JsonNode plan = planned(DECLARATION);

        assertThat(plan.path("project").isNull()).isTrue();
        assertThat(plan.path("changes").booleanValue()).isTrue();
        assertThat(steps(plan))
                .containsExactly(
                        "create project Cargo papers",
                        "create backend https://models.example.org/ner",
                        "create webhook https://sink.example.org/webhook");
        assertThat(labelStudio.changes()).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsShownAndPutRight() {
        applied(DECLARATION);
        labelStudio
                .projects()
                .getFirst()
                .put("title", "Cargo?")
                .put("label_config", "<View><Text name='t' value='$t'/></View>");
        labelStudio.webhooks().getFirst().put("is_active", false).putObject("headers");
        labelStudio
                .backends()
                .getFirst()
                .put("state", "ER")
                .put("readable_state", "Error")
                .put("timeout", 7);

        JsonNode plan = planned(DECLARATION);

        assertThat(steps(plan))
                .containsExactly(
                        "update project Cargo papers: title",
                        "update label config: label_config",
                        "update backend https://models.example.org/ner: timeout state",
                        "update webhook https://sink.example.org/webhook: is_active headers");
        assertThat(EventJson.text(plan)).doesNotContain("s3cret");
        applied(DECLARATION);
        assertThat(planned(DECLARATION).path("steps")).isEmpty();
        assertThat(labelStudio.projects().getFirst().path("title").stringValue())
                .isEqualTo("Cargo papers");
        assertThat(labelStudio.webhooks().getFirst().path("actions")).hasSize(2);
    }

    @Test
    void whatIsGoneIsMadeAnew() {
        applied(DECLARATION);
        labelStudio.removeAll();

        assertThat(steps(applied(DECLARATION)))
                .containsExactly(
                        "create backend https://models.example.org/ner done",
                        "create webhook https://sink.example.org/webhook done");
    }

    @Test
    void whiteSpaceAndCommentsOfALabelConfigAreNoChange() {
        applied(DECLARATION);
        ObjectNode project = labelStudio.projects().getFirst();
        project.put("label_config", project.path("label_config").stringValue().replace("\n", "\n\n") + "<!-- mine -->");

        assertThat(planned(DECLARATION).path("steps")).isEmpty();
    }

    @Test
    void aLabelInUseIsTakenAwayByForceOnly() {
        applied(DECLARATION);
        labelStudio.uses(1, "{\"label\":{\"VESSEL\":3,\"PORT\":1}}");
        String fewer = DECLARATION.replace("[VESSEL, PORT]", "[PORT]");

        assertThat(planned(fewer).path("held").path(0).stringValue())
                .isEqualTo("the label VESSEL of label is in use (at least 3 times)");
        List<String> changes = labelStudio.changes();
        AnswerAssert.assertThat(bootstrapper.post("/apply", fewer))
                .isProblem(409)
                .saying("VESSEL");
        assertThat(labelStudio.changes()).isEqualTo(changes);

        assertThat(bootstrapper.post("/apply?force=true", fewer).status()).isEqualTo(200);
        assertThat(labelStudio.projects().getFirst().path("label_config").stringValue())
                .doesNotContain("VESSEL");
        assertThat(planned(fewer).has("held")).isFalse();
        assertThat(steps(applied(fewer))).isEmpty();
    }

    @Test
    void aLabelInUseThatTheSummaryForgotIsFoundInTheTasks() {
        applied(DECLARATION);
        labelStudio.projects().getFirst().put("total_annotations_number", 1);
        labelStudio.tasksOf(1).labelled("\"VESSEL\"", 2);

        AnswerAssert.assertThat(bootstrapper.post("/apply", DECLARATION.replace("[VESSEL, PORT]", "[Überfahrt]")))
                .isProblem(409)
                .saying("VESSEL of label is in use (at least 2 times)");
    }

    @Test
    void whatIsNotDeclaredStaysUnlessPruned() {
        applied(DECLARATION);
        String without = DECLARATION.substring(0, DECLARATION.indexOf("backends:"));

        JsonNode report = applied(without);

        assertThat(report.path("notes")).hasSize(2);
        assertThat(labelStudio.webhooks()).hasSize(1);
        assertThat(bootstrapper.post("/apply?prune=true", without).status()).isEqualTo(200);
        assertThat(labelStudio.webhooks()).isEmpty();
        assertThat(labelStudio.backends()).isEmpty();
    }

    @Test
    void anApplyThatStoppedHalfWaySaysSoAndGoesOnFromThere() {
        labelStudio.failNext("POST /api/webhooks/", 503, "{\"detail\":\"later\"}");

        Answer answer = bootstrapper.post("/apply", DECLARATION);

        AnswerAssert.assertThat(answer).isProblem(503).saying("later");
        assertThat(steps(json(answer)))
                .containsExactly(
                        "create project Cargo papers done",
                        "create backend https://models.example.org/ner done",
                        "create webhook https://sink.example.org/webhook failed");
        assertThat(steps(applied(DECLARATION))).containsExactly("create webhook https://sink.example.org/webhook done");
        assertThat(labelStudio.projects()).hasSize(1);
        assertThat(labelStudio.backends()).hasSize(1);
    }

    @Test
    void aProjectOfThatTitleThatSomebodyMadeIsTakenOverOnlyWhenAsked() {
        long id = labelStudio.has("Cargo papers");

        AnswerAssert.assertThat(bootstrapper.post("/apply", DECLARATION))
                .isProblem(409)
                .saying("?project=" + id);
        assertThat(bootstrapper.post("/apply?project=" + id, DECLARATION).status())
                .isEqualTo(200);

        assertThat(labelStudio.projects()).hasSize(1);
        assertThat(steps(applied(DECLARATION))).isEmpty();
    }

    @Test
    void aProjectIsKnownByItsMarkWhateverItsTitle() {
        applied(DECLARATION);
        applied(DECLARATION.replace("title: Cargo papers", "title: Papers of cargo"));

        assertThat(labelStudio.projects())
                .singleElement()
                .satisfies(project ->
                        assertThat(project.path("title").stringValue()).isEqualTo("Papers of cargo"));
    }

    @Test
    void whatLabelStudioRefusesIsExplained() {
        AnswerAssert.assertThat(
                        bootstrapper.post("/apply", DECLARATION.replace("sink.example.org", "annotations-sink")))
                .isProblem(400)
                .naming("webhooks")
                .saying("annotations-sink.apps.svc.cluster.local");
        labelStudio.failNext(
                "POST /api/ml/",
                403,
                "{\"detail\":\"URL resolves to a reserved network address (block: 127.0.0.0/8)\"}");
        labelStudio.removeAll();
        AnswerAssert.assertThat(bootstrapper.post("/apply", DECLARATION))
                .isProblem(400)
                .naming("backends")
                .saying("ML_BLOCK_LOCAL_IP=false");
        labelStudio.failNext(
                "POST /api/ml/",
                400,
                "{\"detail\":\"Reason: 401 Client Error: Unauthorized for url:"
                        + " https://models.example.org/ner/setup.\"}");
        AnswerAssert.assertThat(bootstrapper.post("/apply", DECLARATION))
                .isProblem(400)
                .naming("backends")
                .saying("declare its login");
        labelStudio.failNext(
                "GET /api/projects/", 401, "{\"detail\":\"Authentication credentials were not provided.\"}");
        AnswerAssert.assertThat(bootstrapper.post("/plan", DECLARATION))
                .isProblem(502)
                .saying("LABEL_STUDIO_PAT");
    }

    @Test
    void aBackendThatStartsYetIsToBeAppliedAgain() {
        labelStudio.failNext(
                "POST /api/ml/",
                400,
                "{\"detail\":\"Can't connect to ML backend https://models.example.org/ner, health check failed.\"}");

        AnswerAssert.assertThat(bootstrapper.post("/apply", DECLARATION))
                .isProblem(503)
                .saying("one that sleeps is woken first");
        applied(DECLARATION);

        assertThat(labelStudio.projects()).hasSize(1);
        assertThat(labelStudio.backends()).hasSize(1);
    }

    @Test
    void theShortFormMakesAProjectToo() {
        JsonNode report = json(
                bootstrapper.post("/create", "{\"title\":\"Trade documents (NER)\",\"labels\":[\"VESSEL\",\"PORT\"]}"));

        assertThat(report.path("name").stringValue()).isEqualTo("trade-documents-ner");
        assertThat(labelStudio.projects().getFirst().path("label_config").stringValue())
                .contains("VESSEL");
    }

    @Test
    void aDeclarationThatIsWrongIsRefusedByItsField() {
        AnswerAssert.assertThat(bootstrapper.post("/plan", DECLARATION.replace("kind: ner", "kind: nerd")))
                .isProblem(400)
                .naming("labels.kind");
        AnswerAssert.assertThat(bootstrapper.post("/plan", "a: [b"))
                .isProblem(400)
                .saying("line 1");
        AnswerAssert.assertThat(bootstrapper.post("/plan?forse=true", DECLARATION))
                .isProblem(400)
                .naming("forse");
        AnswerAssert.assertThat(bootstrapper.post("/plan?project=x", DECLARATION))
                .isProblem(400)
                .naming("project");
        assertThat(labelStudio.fake().asked()).isEmpty();
    }

    private JsonNode applied(String declaration) {
        Answer answer = bootstrapper.post("/apply", declaration);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode planned(String declaration) {
        return json(bootstrapper.post("/plan", declaration));
    }

    private static JsonNode json(Answer answer) {
        return EventJson.read(answer.body());
    }

    /** Each step in a line, with its outcome or the fields that it changes. */
    private static List<String> steps(JsonNode report) {
        return report.path("steps").values().stream().map(ApplyTest::shown).toList();
    }

    private static String shown(JsonNode step) {
        StringBuilder line = new StringBuilder(step.path("action").stringValue())
                .append(' ')
                .append(step.path("target").stringValue());
        if (step.has("outcome")) {
            return line.append(' ').append(step.path("outcome").stringValue()).toString();
        }
        if (step.has("changes")) {
            line.append(':');
            step.path("changes")
                    .values()
                    .forEach(change ->
                            line.append(' ').append(change.path("field").stringValue()));
        }
        return line.toString();
    }
}
