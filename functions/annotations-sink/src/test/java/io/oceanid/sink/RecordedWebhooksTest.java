package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import org.junit.jupiter.api.Test;

class RecordedWebhooksTest {

    @Test
    void everyRecordedWebhookEndsInRowsOrInQuarantine() {
        TestDatabase database = TestDatabase.create();
        try (TestSink sink = TestSink.start(database.url())) {
            for (RecordedWebhook webhook : RecordedWebhook.all()) {
                var response = sink.post("/webhook", webhook.bytes());
                assertThat(response.statusCode())
                        .as("%s: %s", webhook, response.body())
                        .isEqualTo(204);
            }
            System.out.println(sink.get("/health").body());
        }
        for (String table :
                new String[] {"inbox", "project", "task", "annotation", "region", "label_link", "quarantine"}) {
            System.out.println(table + " " + database.value("select count(*) from oceanid." + table));
        }
        database.rows("select reason, encode(bytes,'escape') b from oceanid.quarantine")
                .forEach(System.out::println);
        database.rows("select id, project, task, was_cancelled, updated_at, deleted_at, event_id from"
                        + " oceanid.annotation order by id")
                .forEach(System.out::println);
        database.rows("select annotation, ordinal, type, labels, span_start, span_end, text, offset_mismatch, x,"
                        + " width from oceanid.region order by 1,2")
                .forEach(System.out::println);
    }
}
