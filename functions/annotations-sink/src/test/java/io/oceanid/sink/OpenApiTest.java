package io.oceanid.sink;

import io.oceanid.support.openapi.CloudEventBodies;
import io.oceanid.support.openapi.OpenApi;
import io.oceanid.support.openapi.Operation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String JSON = "application/json";
    private static final String ID = "{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 999999999999999999}";
    private static final String TEXT = "{\"type\": \"string\"}";

    @Test
    void theDocumentSaysWhatIsAnswered() throws IOException {
        OpenApi document =
                OpenApi.of("annotations-sink", "Annotation events into PostgreSQL, effects exactly once.", """
                    {"type": "object", "required": ["ok", "database"], "additionalProperties": false, "properties": {
                      "ok": {"type": "boolean"}, "database": {"type": "boolean"}}}
                    """);
        CloudEventBodies.schemas(document);
        intake(document);
        answers(document);
        quarantine(document);
        page(document);
        document.isThereFor(new AnnotationsSink().routes());
    }

    private static void intake(OpenApi document) {
        document.on(
                        "POST /",
                        CloudEventBodies.takenBy(Operation.of("events", "Takes CloudEvents of the catalogue")
                                .describedAs("204 once they are committed. An event of PingSource's starts a sweep.")
                                .problems(409, 502, 503)))
                .on(
                        "POST /webhook",
                        Operation.of("webhook", "Takes a raw webhook of Label Studio's")
                                .describedAs("204 once it is committed; what cannot be read is kept in quarantine.")
                                .mayTake(JSON, "{}")
                                .answers(204, "Committed.")
                                .problems(503))
                .on(
                        "POST /deadletters",
                        CloudEventBodies.takenBy(Operation.of("deadLetters", "Keeps what nobody took, in quarantine")
                                .problems(503)));
    }

    private static void answers(OpenApi document) {
        document.schema("Score", """
            {"type": "object", "required": ["predicted", "annotated", "matched", "precision", "recall", "f1"],
             "additionalProperties": false, "properties": {
               "predicted": {"type": "integer"}, "annotated": {"type": "integer"}, "matched": {"type": "integer"},
               "precision": {"type": ["number", "null"]}, "recall": {"type": ["number", "null"]}, "f1": {"type": ["number", "null"]}}}
            """)
                .schema("Agreement", """
                    {"type": "object", "required": ["project", "models"], "additionalProperties": false, "properties": {
                      "project": {"type": "integer"},
                      "models": {"type": "array", "items": {
                        "type": "object", "required": ["modelVersion", "tasks", "annotations", "exact", "overlap", "labels"],
                        "additionalProperties": false, "properties": {
                          "modelVersion": {"type": ["string", "null"]}, "tasks": {"type": "integer"}, "annotations": {"type": "integer"},
                          "exact": {"$ref": "#/components/schemas/Score"}, "overlap": {"$ref": "#/components/schemas/Score"},
                          "labels": {"type": "array", "items": {
                            "type": "object", "required": ["label", "exact", "overlap"], "additionalProperties": false, "properties": {
                              "label": {"type": "string"},
                              "exact": {"$ref": "#/components/schemas/Score"}, "overlap": {"$ref": "#/components/schemas/Score"}}}}}}}}}
                    """)
                .schema("History", """
                    {"type": "object", "required": ["annotation", "task", "project", "updatedAt", "deletedAt", "prediction", "events", "more"],
                     "additionalProperties": false, "properties": {
                      "annotation": {"type": "integer"}, "task": {"type": ["integer", "null"]}, "project": {"type": ["integer", "null"]},
                      "updatedAt": {"type": ["string", "null"]}, "deletedAt": {"type": ["string", "null"]},
                      "prediction": {"type": ["object", "null"], "required": ["id", "modelVersion", "score"], "properties": {
                        "id": {"type": "integer"}, "modelVersion": {"type": ["string", "null"]}, "score": {"type": ["number", "null"]}}},
                      "events": {"type": "array", "maxItems": 1000, "items": {
                        "type": "object", "additionalProperties": false,
                        "required": ["source", "id", "type", "time", "receivedAt", "origin", "about", "updatedAt", "effect"], "properties": {
                          "source": {"type": "string"}, "id": {"type": "string"}, "type": {"type": "string"},
                          "time": {"type": ["string", "null"]}, "receivedAt": {"type": "string"},
                          "origin": {"enum": ["event", "webhook", "reconcile", null]},
                          "about": {"enum": ["annotation", "task", "project"]},
                          "updatedAt": {"type": ["string", "null"]}, "effect": {"enum": ["set", "deleted", "stale"]}}}},
                      "more": {"type": "boolean"}}}
                    """)
                .on(
                        "GET /projects/{id}/export",
                        Operation.of("export", "What is not deleted of a project")
                                .describedAs("A transfer that ends as it should is whole.")
                                .path("id", ID, "The project's.")
                                .query("format", "{\"enum\": [\"jsonl\", \"conll\", \"csv\"]}", "jsonl by itself.")
                                .query("spreadsheet", "{\"type\": \"boolean\"}", "Of csv: defuses formulas.")
                                .answers(200, "The project.", "application/x-ndjson", TEXT)
                                .answers(200, "The project.", "text/plain;charset=UTF-8", TEXT)
                                .answers(200, "The project.", "text/csv;charset=UTF-8", TEXT)
                                .problems(404, 429, 503))
                .on(
                        "GET /projects/{id}/agreement",
                        Operation.of("agreement", "How far models agree with people")
                                .path("id", ID, "The project's.")
                                .query(
                                        "newest",
                                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 999999999}",
                                        "Only the tasks of so many annotations, by the ids of tasks; all by itself.")
                                .answers(200, "Counted.", JSON, "{\"$ref\": \"#/components/schemas/Agreement\"}")
                                .problems(404, 429, 503))
                .on(
                        "GET /annotations/{id}/history",
                        Operation.of("history", "What touched an annotation")
                                .path("id", ID, "The annotation's.")
                                .answers(200, "Told.", JSON, "{\"$ref\": \"#/components/schemas/History\"}")
                                .problems(404, 503));
    }

    private static void quarantine(OpenApi document) {
        document.schema("Report", """
            {"type": "object", "required": ["complete", "projects"], "additionalProperties": false, "properties": {
              "complete": {"type": "boolean"},
              "projects": {"type": "array", "items": {
                "type": "object", "additionalProperties": false,
                "required": ["project", "sweep", "complete", "seen", "repaired", "pages", "seconds", "webhooks"], "properties": {
                  "project": {"type": "integer"},
                  "sweep": {"enum": ["full", "incremental", "deleted", "skipped", "failed", "unknown"]},
                  "complete": {"type": "boolean"}, "problem": {"type": "string"},
                  "seen": {"type": "object", "required": ["tasks", "annotations", "predictions"], "additionalProperties": {"type": "integer"}},
                  "repaired": {"type": "object", "additionalProperties": {"type": "integer"}},
                  "left": {"type": "object", "additionalProperties": {"type": "integer"}},
                  "pages": {"type": "integer"}, "seconds": {"type": "number"},
                  "webhooks": {"type": "array", "items": {"type": "string"}}}}}}}
            """)
                .schema("Waiting", """
                    {"type": "object", "required": ["waiting", "next"], "additionalProperties": false, "properties": {
                      "waiting": {"type": "array", "items": {
                        "type": "object", "additionalProperties": false, "required": ["id", "receivedAt", "reason", "source", "eventId",
                          "type", "errorDestination", "errorCode", "tries", "triedAt"], "properties": {
                          "id": {"type": "integer"}, "receivedAt": {"type": "string"}, "reason": {"type": "string"},
                          "source": {"type": ["string", "null"]}, "eventId": {"type": ["string", "null"]}, "type": {"type": ["string", "null"]},
                          "errorDestination": {"type": ["string", "null"]}, "errorCode": {"type": ["string", "null"]},
                          "tries": {"type": "integer"}, "triedAt": {"type": ["string", "null"]}}}},
                      "next": {"type": ["integer", "null"], "description": "After which id to go on."}}}
                    """)
                .schema("Replayed", """
                    {"type": "object", "required": ["replayed", "failed", "left"], "additionalProperties": false, "properties": {
                      "replayed": {"type": "integer"}, "failed": {"type": "integer"}, "left": {"type": "integer"}}}
                    """)
                .on(
                        "POST /reconcile",
                        Operation.of("reconcile", "Makes the tables hold what Label Studio has")
                                .query(
                                        "project",
                                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 999999999999999999}",
                                        "Only this one.")
                                .query("full", "{\"type\": \"boolean\"}", "Whether to look at all tasks.")
                                .mayTake(JSON, """
                                    {"type": "object", "additionalProperties": false, "properties": {
                                      "project": {"type": ["integer", "null"], "minimum": 1, "maximum": 999999999999999999},
                                      "full": {"type": "boolean"}}}
                                    """)
                                .answers(200, "The report.", JSON, "{\"$ref\": \"#/components/schemas/Report\"}")
                                .problems(404, 409, 502, 503))
                .on(
                        "GET /quarantine",
                        Operation.of("quarantine", "What waits in quarantine, less the bytes")
                                .query(
                                        "limit",
                                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 1000}",
                                        "100 by itself.")
                                .query("after", ID, "The id after which to go on.")
                                .answers(200, "A page.", JSON, "{\"$ref\": \"#/components/schemas/Waiting\"}")
                                .problems(503))
                .on(
                        "POST /quarantine/replay",
                        Operation.of("replay", "Runs again what waits in quarantine")
                                .query("id", ID, "Only this one; otherwise those whose turn it is.")
                                .answers(200, "What came of it.", JSON, "{\"$ref\": \"#/components/schemas/Replayed\"}")
                                .problems(404, 408, 413, 429, 503));
    }

    private static void page(OpenApi document) {
        document.schema("Count", """
            {"type": "object", "required": ["count", "more"], "additionalProperties": false, "properties": {
              "count": {"type": "integer"}, "more": {"type": "boolean", "description": "Whether counting was broken off there."}}}
            """)
                .schema("Overview", """
                    {"type": "object", "required": ["bucket", "events", "latest", "quarantine", "projects", "moreProjects"],
                     "additionalProperties": false, "properties": {
                      "bucket": {"enum": ["hour", "day"]},
                      "events": {"type": "array", "items": {
                        "type": "object", "required": ["from", "count", "more"], "additionalProperties": false, "properties": {
                          "from": {"type": "string"}, "count": {"type": "integer"}, "more": {"type": "boolean"}}}},
                      "latest": {"type": "array", "description": "Of the latest 1,000 events.", "items": {
                        "type": "object", "required": ["type", "origin", "count"], "additionalProperties": false, "properties": {
                          "type": {"type": "string"}, "origin": {"enum": ["event", "webhook", "reconcile", null]},
                          "count": {"type": "integer"}}}},
                      "quarantine": {"$ref": "#/components/schemas/Count"},
                      "projects": {"type": "array", "maxItems": 100, "items": {
                        "type": "object", "required": ["id", "title", "sweptAt", "fullyAt", "underWay"],
                        "additionalProperties": false, "properties": {
                          "id": {"type": "integer"}, "title": {"type": ["string", "null"]},
                          "sweptAt": {"type": ["string", "null"]}, "fullyAt": {"type": ["string", "null"]},
                          "underWay": {"type": ["object", "null"], "required": ["beganAt", "full", "afterTask"], "properties": {
                            "beganAt": {"type": "string"}, "full": {"type": ["boolean", "null"]}, "afterTask": {"type": ["integer", "null"]}}}}}},
                      "moreProjects": {"type": "boolean"}}}
                    """)
                .schema("Labels", """
                    {"type": "object", "required": ["project", "annotations", "all", "labels", "moreLabels"],
                     "additionalProperties": false, "properties": {
                      "project": {"type": "integer"}, "annotations": {"type": "integer"},
                      "all": {"type": "boolean", "description": "Whether those are all of the project."},
                      "labels": {"type": "array", "maxItems": 200, "items": {
                        "type": "object", "required": ["label", "regions"], "additionalProperties": false, "properties": {
                          "label": {"type": "string"}, "regions": {"type": "integer"}}}},
                      "moreLabels": {"type": "boolean"}}}
                    """)
                .on(
                        "GET /",
                        Operation.of("page", "A page for people")
                                .answers(200, "The page.", "text/html;charset=UTF-8", TEXT))
                .on(
                        "GET /page/{file}",
                        Operation.of("pageFile", "What the page is made of")
                                .path("file", TEXT, "Its name.")
                                .answers(200, "The file.", "text/javascript;charset=UTF-8", TEXT)
                                .answers(200, "The file.", "text/css;charset=UTF-8", TEXT)
                                .answers(200, "The file.", "image/svg+xml", TEXT)
                                .answers(200, "The file.", "text/plain;charset=UTF-8", TEXT)
                                .problems(404))
                .on(
                        "GET /overview",
                        Operation.of("overview", "What came of late, what waits and how far reconciling is")
                                .describedAs(
                                        "Costs the same however much is stored; no number is counted beyond 20,000.")
                                .query(
                                        "by",
                                        "{\"enum\": [\"hour\", \"day\"]}",
                                        "hour by itself: two days of them; thirty days.")
                                .answers(200, "Told.", JSON, "{\"$ref\": \"#/components/schemas/Overview\"}")
                                .problems(503))
                .on(
                        "GET /projects/{id}/labels",
                        Operation.of("labels", "The labels in a project's newest annotations")
                                .path("id", ID, "The project's.")
                                .query(
                                        "newest",
                                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 10000}",
                                        "How many annotations are looked at, by the ids of their tasks; 1,000 by"
                                                + " itself.")
                                .answers(200, "Counted.", JSON, "{\"$ref\": \"#/components/schemas/Labels\"}")
                                .problems(404, 503));
    }
}
