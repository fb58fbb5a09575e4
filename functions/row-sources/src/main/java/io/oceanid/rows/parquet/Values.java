package io.oceanid.rows.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hardwood.row.PqInterval;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parquet's values as JSON: days and times as ISO 8601 has them, decimals with all their digits. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case String text -> JSON.stringNode(text);
            case Boolean truth -> JSON.booleanNode(truth);
            case Byte number -> JSON.numberNode(number);
            case Short number -> JSON.numberNode(number);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            // JSON has no number for those that are none
            case Float number -> Float.isFinite(number) ? JSON.numberNode(number) : JSON.stringNode(number.toString());
            case Double number ->
                Double.isFinite(number) ? JSON.numberNode(number) : JSON.stringNode(number.toString());
            case BigDecimal number -> JSON.numberNode(number);
            case LocalDateTime time -> JSON.stringNode(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
            case LocalTime time -> JSON.stringNode(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
            case byte[] bytes -> JSON.stringNode(text(bytes));
            case PqInterval span ->
                JSON.stringNode("P%dM%dDT%sS"
                        .formatted(span.months(), span.days(), BigDecimal.valueOf(span.milliseconds(), 3)));
            case PqList list -> array(list);
            case PqStruct struct -> object(struct);
            case PqMap map -> object(map);
            default -> JSON.stringNode(value.toString());
        };
    }

    /** Old writers do not say that bytes are text. */
    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    private static ArrayNode array(PqList list) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            array.add(json(list.isNull(i) ? null : list.get(i)));
        }
        return array;
    }

    private static ObjectNode object(PqStruct struct) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < struct.getFieldCount(); i++) {
            object.set(struct.getFieldName(i), json(struct.isNull(i) ? null : struct.getValue(i)));
        }
        return object;
    }

    private static ObjectNode object(PqMap map) {
        ObjectNode object = JSON.objectNode();
        for (PqMap.Entry entry : map.getEntries()) {
            object.set(json(entry.getKey()).asString(), json(entry.isValueNull() ? null : entry.getValue()));
        }
        return object;
    }
}
