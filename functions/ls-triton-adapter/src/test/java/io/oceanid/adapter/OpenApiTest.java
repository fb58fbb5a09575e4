package io.oceanid.adapter;

import io.oceanid.support.openapi.CloudEventBodies;
import io.oceanid.support.openapi.OpenApi;
import io.oceanid.support.openapi.Operation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String JSON = "application/json";

    @Test
    void theDocumentSaysWhatIsAnswered() throws IOException {
        OpenApi document = OpenApi.of(
                "ls-triton-adapter", "Label Studio's ML backend on Triton's KServe v2, or by embedded rules.", """
                {"type": "object", "required": ["ok", "status"], "additionalProperties": false, "properties": {
                  "ok": {"type": "boolean"}, "status": {"const": "UP"}}}
                """);
        schemas(document);
        document.on(
                        "POST /",
                        CloudEventBodies.takenBy(Operation.of("events", "Predicts for tasks that were created")
                                .describedAs("Other events are passed over. 204 once the predictions are stored.")
                                .problems(502, 503)))
                .on(
                        "POST /setup",
                        Operation.of("setup", "Sets a project up")
                                .mayTake(JSON, schema("Setup"))
                                .answers(200, "The model version.", JSON, schema("ModelVersion")))
                .on("POST /predict", predict("predict"))
                .on("POST /predict_ls", predict("predictLs"))
                .on("POST /versions", versions("versions").mayTake(JSON, "{\"type\": \"object\"}"))
                .on("GET /versions", versions("versionsByGet"))
                .on("POST /train", heard("train", "Training is wanted: heard, and nothing is made of it"))
                .on("POST /webhook", heard("webhook", "What happens in a project: heard, and nothing is made of it"))
                .isThereFor(new LsTritonAdapter().routes());
    }

    private static void schemas(OpenApi document) {
        CloudEventBodies.schemas(document)
                .schema("Setup", """
                    {"type": "object", "properties": {
                      "project": {"type": ["string", "null"], "description": "As Label Studio names it, id.seconds."},
                      "extra_params": {"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Wish"}]}}}
                    """)
                .schema("Wish", """
                    {"type": "object", "properties": {
                      "model": {"type": ["string", "null"]},
                      "threshold": {"type": ["number", "null"], "minimum": 0, "maximum": 1}}}
                    """)
                .schema("ModelVersion", """
                    {"type": "object", "required": ["model_version"], "additionalProperties": false, "properties": {
                      "model_version": {"type": "string"}}}
                    """)
                .schema("Versions", """
                    {"type": "object", "required": ["versions", "message"], "additionalProperties": false, "properties": {
                      "versions": {"type": "array", "items": {"type": "string"}}, "message": {"const": "ok"}}}
                    """)
                .schema("Heard", """
                    {"type": "object", "required": ["result", "status"], "additionalProperties": false, "properties": {
                      "result": {"type": "null"}, "status": {"const": "ok"}}}
                    """)
                .schema("Predict", """
                    {"type": "object", "required": ["tasks"], "properties": {
                      "tasks": {"type": "array", "items": {"type": "object", "properties": {
                        "id": {"type": ["integer", "null"]}, "data": {"type": ["object", "null"]}}}},
                      "project": {"type": ["string", "null"]},
                      "label_config": {"type": ["string", "null"], "description": "Needed where there are tasks. XML."},
                      "params": {"anyOf": [{"type": "null"}, {"allOf": [{"$ref": "#/components/schemas/Wish"}, {"type": "object",
                        "properties": {"context": {"type": ["object", "null"], "description": "Of an interactive call: result, what is drawn."}}}]}]}}}
                    """)
                .schema("Predictions", """
                    {"type": "object", "required": ["results", "model_version"], "additionalProperties": false, "properties": {
                      "results": {"type": "array", "description": "As many as tasks, in their order.", "items": {
                        "type": "object", "required": ["result", "score", "model_version"], "additionalProperties": false, "properties": {
                          "result": {"type": "array", "items": {"type": "object", "required": ["id", "from_name", "to_name", "type", "value"]}},
                          "score": {"type": ["number", "null"]}, "model_version": {"type": "string"}}}},
                      "model_version": {"type": "string"}}}
                    """);
    }

    private static Operation predict(String id) {
        return Operation.of(id, "Predicts for tasks")
                .mayTake(JSON, schema("Predict"))
                .answers(200, "As many results as tasks.", JSON, schema("Predictions"))
                .problems(404, 502, 503);
    }

    private static Operation versions(String id) {
        return Operation.of(id, "The versions there are: one").answers(200, "It.", JSON, schema("Versions"));
    }

    private static Operation heard(String id, String summary) {
        return Operation.of(id, summary)
                .mayTake(JSON, "{\"type\": \"object\"}")
                .answers(200, "Heard.", JSON, schema("Heard"));
    }

    private static String schema(String name) {
        return "{\"$ref\": \"#/components/schemas/%s\"}".formatted(name);
    }
}
