package io.oceanid.events.catalogue;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.Catalogue.Example;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.events.json.EventJson;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as an AsyncAPI 3.0 document: one message per type, in the binary mode of the HTTP binding. */
final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMA_FORMAT = "application/schema+json;version=2020-12";
    private static final String CHANNEL = "labelStudio";

    private AsyncApi() {}

    static ObjectNode of(Catalogue catalogue, String version) throws IOException {
        ObjectNode document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Oceanid events")
                .put("version", version)
                .put("description", "What happens in Label Studio, as CloudEvents 1.0.");
        document.put("defaultContentType", "application/json");
        ObjectNode channel = document.putObject("channels").putObject(CHANNEL);
        channel.putNull("address")
                .put("title", "Events of Label Studio")
                .put("description", "The broker's ingress, which K_SINK names, or a function called directly.");
        ObjectNode channelMessages = channel.putObject("messages");
        ObjectNode send = document.putObject("operations").putObject("sendLabelStudioEvents");
        send.put("action", "send")
                .put("summary", "label-studio-source sends what Label Studio's webhooks tell.")
                .set("channel", reference("#/channels/" + CHANNEL));
        ObjectNode components = document.putObject("components");
        components.putObject("schemas").set("cloudEvent", CloudEventHeaders.common());
        ObjectNode messages = components.putObject("messages");
        for (EventType type : EventType.values()) {
            channelMessages.set(type.type(), reference("#/components/messages/" + type.type()));
            messages.set(type.type(), message(type, catalogue));
        }
        return document;
    }

    /** Where the document has the schema of a type, seen from its own folder. */
    static String schemaFile(EventType type) {
        return type.type() + "/schema.json";
    }

    private static ObjectNode message(EventType type, Catalogue catalogue) throws IOException {
        JsonNode schema = catalogue.schemaOf(type);
        ObjectNode message = JSON.objectNode()
                .put("name", type.type())
                .put("title", schema.path("title").asString())
                .put("description", schema.path("description").asString())
                .put("contentType", "application/json");
        message.set("headers", CloudEventHeaders.of(type));
        message.putObject("payload")
                .put("schemaFormat", SCHEMA_FORMAT)
                .set("schema", reference("./" + schemaFile(type)));
        ArrayNode examples = message.putArray("examples");
        for (Example example : catalogue.examplesOf(type)) {
            examples.add(example(example.name(), example.event()));
        }
        return message;
    }

    private static ObjectNode example(String name, CloudEvent event) {
        HttpMessage http = CloudEventCodec.encodeBinary(event);
        ObjectNode example = JSON.objectNode().put("name", name);
        ObjectNode headers = example.putObject("headers");
        http.headers().forEach((header, value) -> {
            if (!header.equals("content-type")) {
                headers.put(header, value);
            }
        });
        return example.set("payload", EventJson.read(http.body()));
    }

    private static ObjectNode reference(String to) {
        return JSON.objectNode().put("$ref", to);
    }
}
