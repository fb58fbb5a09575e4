package io.oceanid.bootstrapper;

import io.oceanid.support.openapi.CloudEventBodies;
import io.oceanid.support.openapi.OpenApi;
import io.oceanid.support.openapi.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String JSON = "application/json";
    private static final String FLAG = "{\"type\": \"boolean\"}";
    private static final String ID = "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 999999999999999999}";

    @Test
    void theDocumentSaysWhatIsAnswered() throws IOException {
        OpenApi document = OpenApi.of(
                        "project-bootstrapper",
                        "Label Studio projects declared, applied and filled with tables and documents.",
                        """
                        {"type": "object", "required": ["ok"], "additionalProperties": false, "properties": {"ok": {"type": "boolean"}}}
                        """)
                .schema("Declaration", Files.readString(Path.of("project-declaration.schema.json")));
        CloudEventBodies.schemas(document);
        declarations(document);
        imports(document);
        document.isThereFor(new ProjectBootstrapper().routes());
    }

    private static void declarations(OpenApi document) {
        document.schema("ShortForm", """
            {"type": "object", "required": ["title", "labels"], "description": "Or any field of a declaration.", "properties": {
              "title": {"type": "string", "minLength": 3, "maxLength": 50},
              "labels": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "object"}]}}}
            """)
                .schema("Step", """
                    {"type": "object", "required": ["action", "target"], "additionalProperties": false, "properties": {
                      "action": {"enum": ["create", "update", "delete", "import"]}, "target": {"type": "string"},
                      "changes": {"type": "array", "items": {"type": "object", "required": ["field"], "properties": {
                        "field": {"type": "string"}, "from": {}, "to": {}}}},
                      "outcome": {"enum": ["done", "failed", "open"]}, "result": {}}}
                    """)
                .schema("Plan", """
                    {"type": "object", "required": ["name", "project", "changes", "steps"], "additionalProperties": false, "properties": {
                      "name": {"type": "string"}, "project": {"type": ["integer", "null"]}, "changes": {"type": "boolean"},
                      "steps": {"type": "array", "items": {"$ref": "#/components/schemas/Step"}},
                      "held": {"type": "array", "items": {"type": "string"}}, "notes": {"type": "array", "items": {"type": "string"}}}}
                    """)
                .schema("Applied", """
                    {"type": "object", "required": ["name", "project", "steps"], "additionalProperties": false, "properties": {
                      "name": {"type": "string"}, "project": {"type": ["integer", "null"]},
                      "steps": {"type": "array", "items": {"$ref": "#/components/schemas/Step"}},
                      "notes": {"type": "array", "items": {"type": "string"}}}}
                    """)
                .on(
                        "POST /",
                        CloudEventBodies.takenBy(Operation.of("events", "Applies what is declared of a new project")
                                .describedAs("Other events are passed over.")
                                .problems(409, 404, 502, 503)))
                .on("POST /plan", declared("plan", "What an apply would change", "Declaration", "Plan"))
                .on("POST /apply", declared("apply", "Brings a project to what is declared", "Declaration", "Applied"))
                .on("POST /create", declared("create", "The same for a short form", "ShortForm", "Applied"));
    }

    private static void imports(OpenApi document) {
        document.schema("Options", """
            {"type": "object", "additionalProperties": false, "properties": {
              "format": {"enum": ["csv", "xlsx", "json", "jsonl", "parquet", "text", "pdf"]},
              "charset": {"type": "string"}, "separator": {"type": "string"},
              "header": {"type": "boolean"}, "columns": {"type": "array", "items": {"type": "string"}},
              "sheets": {"type": "array", "items": {"type": "string"}}, "text": {"enum": ["document", "paragraph", "line"]},
              "recipe": {}, "lookups": {"type": "object", "additionalProperties": {"type": "string"}},
              "onBroken": {"enum": ["skip", "refuse"]}, "url": {"type": "string", "format": "uri"},
              "chunk": {"type": "integer", "minimum": 1, "maximum": 5000}}}
            """)
                .schema("BrokenRows", """
                    {"type": "array", "maxItems": 100, "items": {"type": "object", "required": ["source", "line", "reason"],
                      "additionalProperties": false, "properties": {
                        "source": {"type": "string"}, "line": {"type": "integer"}, "reason": {"type": "string"}}}}
                    """)
                .schema("Imported", """
                    {"type": "object", "required": ["project", "read", "sent", "known", "skipped", "removed", "problems", "reasons"],
                     "additionalProperties": false, "properties": {
                      "project": {"type": "integer"}, "read": {"type": "integer"}, "sent": {"type": "integer"}, "known": {"type": "integer"},
                      "skipped": {"type": "integer"}, "removed": {"type": "integer"},
                      "problems": {"$ref": "#/components/schemas/BrokenRows"},
                      "reasons": {"type": "object", "additionalProperties": {"type": "integer"}}}}
                    """)
                .schema("Previewed", """
                    {"type": "object", "required": ["rows", "columns", "problems"], "additionalProperties": false, "properties": {
                      "rows": {"type": "array", "items": {"type": "object"}}, "columns": {"type": "array", "items": {"type": "string"}},
                      "problems": {"$ref": "#/components/schemas/BrokenRows"}}}
                    """)
                .on(
                        "POST /projects/{id}/import",
                        upload(Operation.of("import", "Makes tasks of the rows of files"))
                                .path("id", ID, "The project's.")
                                .answers(200, "The report.", JSON, schema("Imported"))
                                .answers(200, "The report.", "text/event-stream", "{\"type\": \"string\"}")
                                .problems(404, 409, 502, 503))
                .on(
                        "POST /preview",
                        upload(Operation.of("preview", "The first rows of what would be imported"))
                                .query(
                                        "rows",
                                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 1000}",
                                        "20 by itself.")
                                .answers(200, "The rows.", JSON, schema("Previewed"))
                                .problems(503));
    }

    private static Operation declared(String id, String summary, String body, String answer) {
        return Operation.of(id, summary)
                .query("force", FLAG, "Lets labels go that are in use.")
                .query("prune", FLAG, "Takes away backends and webhooks that are not declared.")
                .query("project", ID, "Takes over a project that was made by hand.")
                .takes("application/yaml", schema(body))
                .takes(JSON, schema(body))
                .answers(200, "Done.", JSON, schema(answer))
                .problems(404, 409, 502, 503);
    }

    private static Operation upload(Operation operation) {
        String file = "{\"type\": \"string\", \"format\": \"binary\"}";
        return operation
                .query("name", "{\"type\": \"string\"}", "Of a file that is the body.")
                .query(
                        "format",
                        "{\"enum\": [\"csv\", \"xlsx\", \"json\", \"jsonl\", \"parquet\", \"text\", \"pdf\"]}",
                        "Found out otherwise.")
                .query("charset", "{\"type\": \"string\"}", "Found out otherwise.")
                .query("separator", "{\"type\": \"string\"}", "One character, or tab.")
                .query("header", FLAG, "Whether the first row names the columns.")
                .query("columns", "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}", "That there have to be.")
                .query(
                        "sheets",
                        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}",
                        "Of a workbook; all otherwise.")
                .query(
                        "text",
                        "{\"enum\": [\"document\", \"paragraph\", \"line\"]}",
                        "What is one row of a plain text.")
                .query("recipe", "{\"type\": \"string\"}", "One SQL query.")
                .query("onBroken", "{\"enum\": [\"skip\", \"refuse\"]}", "What becomes of broken rows.")
                .query("url", "{\"type\": \"string\"}", "Of a file on an allowed host.")
                .query(
                        "chunk",
                        "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 5000}",
                        "Rows that are sent at once.")
                .takes("multipart/form-data", """
                    {"type": "object", "properties": {
                      "file": {"type": "array", "items": %s},
                      "options": {"$ref": "#/components/schemas/Options"}, "recipe": {"type": "string"}},
                     "patternProperties": {"^lookup\\\\.": %s}, "additionalProperties": false}
                    """.formatted(file, file))
                .takes(
                        JSON,
                        "{\"anyOf\": [{\"$ref\": \"#/components/schemas/Options\"}, {\"type\": \"array\", \"items\":"
                                + " {\"type\": \"object\"}}]}")
                .takes("text/csv", "{\"type\": \"string\"}")
                .takes("application/octet-stream", file);
    }

    private static String schema(String name) {
        return "{\"$ref\": \"#/components/schemas/%s\"}".formatted(name);
    }
}
