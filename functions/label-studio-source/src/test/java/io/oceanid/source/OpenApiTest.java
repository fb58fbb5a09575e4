package io.oceanid.source;

import io.oceanid.support.openapi.OpenApi;
import io.oceanid.support.openapi.Operation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void theDocumentSaysWhatIsAnswered() throws IOException {
        OpenApi.of("label-studio-source", "Label Studio's raw webhooks in, CloudEvents out.", """
            {"type": "object", "required": ["ok"], "additionalProperties": false, "properties": {"ok": {"type": "boolean"}}}
            """)
                .schema("Webhook", """
                    {"type": "object", "required": ["action"], "properties": {
                      "action": {"type": "string", "description": "Such as ANNOTATION_CREATED; one that is not known becomes an event too."},
                      "project": {"type": "object"},
                      "task": {"description": "An object, or a list of them."},
                      "annotation": {"description": "An object, or a list of them."}}}
                    """)
                .on(
                        "POST /webhook",
                        Operation.of("webhook", "Takes a webhook of Label Studio's to the broker")
                                .describedAs("The answer is 204 only when the broker has every event of it.")
                                .takes("application/json", "{\"$ref\": \"#/components/schemas/Webhook\"}")
                                .answers(204, "The broker has all its events.")
                                .problems(503))
                .isThereFor(new LabelStudioSource().routes());
    }
}
