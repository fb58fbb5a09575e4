package io.oceanid.support.openapi;

/** CloudEvents over HTTP, in the three modes of the binding, as a function takes them. */
public final class CloudEventBodies {

    private static final String NAME = "{\"type\": \"string\", \"minLength\": 1}";

    private CloudEventBodies() {}

    /** Adds the schemas that are referred to. */
    public static OpenApi schemas(OpenApi document) {
        return document.schema("CloudEvent", """
            {"type": "object", "required": ["specversion", "id", "source", "type"], "properties": {
              "specversion": {"const": "1.0"},
              "id": {"type": "string", "minLength": 1},
              "source": {"type": "string", "minLength": 1, "format": "uri-reference"},
              "type": {"type": "string", "minLength": 1, "description": "Types of the catalogue have schemas there."},
              "subject": {"type": "string", "minLength": 1},
              "time": {"type": "string", "format": "date-time"},
              "datacontenttype": {"type": "string", "minLength": 1},
              "dataschema": {"type": "string", "format": "uri"},
              "data": {}, "data_base64": {"type": "string", "contentEncoding": "base64"}}}
            """).schema("CloudEvents", """
                {"type": "array", "items": {"$ref": "#/components/schemas/CloudEvent"}}
                """);
    }

    /** An operation that takes events and answers 204. */
    public static Operation takenBy(Operation operation) {
        return operation
                .header("ce-specversion", "{\"const\": \"1.0\"}", "Of an event in binary mode, as are all ce- headers.")
                .header("ce-id", NAME, "Of an event in binary mode.")
                .header("ce-source", NAME, "Of an event in binary mode; a URI reference.")
                .header("ce-type", NAME, "Of an event in binary mode.")
                .takes("application/cloudevents+json", "{\"$ref\": \"#/components/schemas/CloudEvent\"}")
                .takes("application/cloudevents-batch+json", "{\"$ref\": \"#/components/schemas/CloudEvents\"}")
                .takes("application/json", "{\"description\": \"The data of an event in binary mode.\"}")
                .answers(204, "Done with all of them.");
    }
}
