package io.oceanid.sink.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.support.testing.RawRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An event as its sender writes it, and the three ways to put it on the wire.
 *
 * @param data JSON
 */
public record SentEvent(String id, String type, String data) {

    public static final String SOURCE = "https://label-studio.example.org";

    /** How a sender spells the names of headers. */
    public enum HeaderCase {
        LOWER,
        TITLE,
        UPPER;

        String spell(String name) {
            return switch (this) {
                case LOWER -> name;
                case TITLE ->
                    Arrays.stream(name.split("-", -1))
                            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                            .collect(Collectors.joining("-"));
                case UPPER -> name.toUpperCase(Locale.ROOT);
            };
        }
    }

    /** The content modes of the HTTP binding. */
    public enum Mode {
        BINARY,
        STRUCTURED,
        BATCH
    }

    /** An annotation that an annotator drew over the whole of a text. */
    public static SentEvent annotation(long id, String text) {
        return annotation(id, "\"" + text + "\"", text.codePointCount(0, text.length()), "0.5");
    }

    /**
     * An annotation of a text that is written as JSON has it, escapes and all.
     *
     * @param quoted the text as a JSON string
     * @param codePoints its length
     * @param score of the region, as JSON
     */
    public static SentEvent annotation(long id, String quoted, int codePoints, String score) {
        return new SentEvent("annotation-" + id, "io.oceanid.labelstudio.annotation.created.v1", """
            {"annotation":{"id":%1$d,"task":7,"project":3,"updated_at":"2026-01-02T03:04:05.678901Z","result":[
            {"id":"r1","type":"labels","from_name":"label","to_name":"text","score":%4$s,
            "value":{"start":0,"end":%3$d,"text":%2$s,"labels":[%2$s]}}]},
            "task":{"id":7,"project":3,"updated_at":"2026-01-02T03:04:05Z","data":{"text":%2$s}},
            "project":{"id":3,"updated_at":"2026-01-02T03:04:05Z","title":%2$s,"token":"t0ps3cret"}}\
            """.formatted(
                        id, quoted, codePoints, score));
    }

    /** The event as one POST to the sink. */
    public RawRequest post(Mode mode, HeaderCase spelling, String charset) {
        return switch (mode) {
            case BINARY ->
                binary(spelling)
                        .header(spelling.spell("content-type"), "application/json" + charset)
                        .body(data);
            case STRUCTURED ->
                RawRequest.post("/")
                        .header(spelling.spell("content-type"), "application/cloudevents+json" + charset)
                        .body(envelope());
            case BATCH ->
                RawRequest.post("/")
                        .header(spelling.spell("content-type"), "application/cloudevents-batch+json" + charset)
                        .body("[" + envelope() + "]");
        };
    }

    /** The event as one POST in the mode and spelling that brokers use. */
    public RawRequest post() {
        return binary().body(data);
    }

    /** The headers of binary mode, the body yet to come. */
    public RawRequest binary() {
        return binary(HeaderCase.LOWER).header("content-type", "application/json");
    }

    /** The event as one POST in binary mode, its data called something else than JSON. */
    public RawRequest binary(String contentType) {
        return binary(HeaderCase.LOWER).header("content-type", contentType).body(data);
    }

    /** The event in the JSON format. */
    public String envelope() {
        return """
            {"specversion":"1.0","id":"%s","source":"%s","type":"%s","time":"2026-01-02T03:04:06Z","data":%s}\
            """.formatted(id, SOURCE, type, data);
    }

    /** The data as bytes. */
    public byte[] bytes() {
        return data.getBytes(UTF_8);
    }

    private RawRequest binary(HeaderCase spelling) {
        return RawRequest.post("/")
                .header(spelling.spell("ce-specversion"), "1.0")
                .header(spelling.spell("ce-id"), id)
                .header(spelling.spell("ce-source"), SOURCE)
                .header(spelling.spell("ce-type"), type)
                .header(spelling.spell("ce-time"), "2026-01-02T03:04:06Z");
    }
}
