package io.oceanid.adapter.preannotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.StoringLabelStudio;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Events of new tasks, as a broker brings them. */
class NewTasksTest {

    private static final String TYPE = "io.oceanid.labelstudio.tasks.created.v1";

    private static final String DATA = """
        {"tasks":[{"id":1,"project":7,"is_labeled":false,"created_at":"2026-11-23T09:00:00Z",\
        "updated_at":"2026-11-23T09:00:00Z","data":{"text":"MV OCEAN PEARL called at Rotterdam"}}]}\
        """;

    @AutoClose
    private final StoringLabelStudio labelStudio = StoringLabelStudio.start();

    @Test
    void anEventIsAnsweredWhenItsPredictionsAreStored() {
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", TYPE, DATA)))
                    .isTaken();
            assertThat(labelStudio.predictionsOf(1)).containsExactly("rules-1 Rotterdam");

            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("Ce-", TYPE, DATA)))
                    .isTaken();
            assertThat(labelStudio.predictionsOf(1)).hasSize(1);
        }
    }

    @Test
    void aLabelStudioThatFailsIsToBeAskedAgain() {
        labelStudio.failNextImport();
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", TYPE, DATA)))
                    .isProblem(503)
                    .saying("POST /api/projects/7/import/predictions answered 500");
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", TYPE, DATA)))
                    .isTaken();
        }
        assertThat(labelStudio.predictionsOf(1)).hasSize(1);
    }

    @Test
    void otherEventsArePassedOver() {
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(RawHttp.exchange(
                            adapter.port(),
                            event(
                                    "ce-",
                                    TYPE.replace("created", "deleted"),
                                    "{\"tasks\":[{\"id\":1}],\"project\":{\"id\":7}}")))
                    .isTaken();
        }
        assertThat(labelStudio.imports()).isZero();
    }

    @Test
    void whatIsNoEventIsRefused() {
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", "unknown", DATA)))
                    .isProblem(400)
                    .naming("type");
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", TYPE, "{}")))
                    .isProblem(400);
        }
    }

    @Test
    void whereNoLabelStudioIsSetNothingIsLostSilently() {
        try (TestAdapter adapter = TestAdapter.start()) {
            AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), event("ce-", TYPE, DATA)))
                    .isProblem(503)
                    .saying("LABEL_STUDIO_URL is not set");
        }
    }

    private TestAdapter adapter() {
        return TestAdapter.start(
                "--LABEL_STUDIO_URL=" + labelStudio.url(), "--LABEL_STUDIO_PAT=" + StoringLabelStudio.TOKEN);
    }

    private static RawRequest event(String prefix, String type, String data) {
        return RawRequest.post("/")
                .header(prefix + "specversion", "1.0")
                .header(prefix + "id", "e-1")
                .header(prefix + "source", "https://label-studio.example.org")
                .header(prefix + "type", type)
                .header("Content-Type", "application/json")
                .body(data);
    }
}
