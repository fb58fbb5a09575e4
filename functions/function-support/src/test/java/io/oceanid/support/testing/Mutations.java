package io.oceanid.support.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes what was well: values of JSON trees, bytes, and targets. The same seed makes the same changes. */
public final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 1_200;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud83d",
            "\udc19\ud83d",
            "🐙",
            "e\u0301",
            "\u202e",
            "\uFEFF",
            "null",
            "0",
            "-1",
            "1e999",
            "NaN",
            "true",
            "2026-02-30T25:61:61Z",
            "+1000000000-12-31T23:59:59Z",
            "0000-00-00",
            "2026-11-23T12:00:00.000001+18:00",
            "' or 1=1; drop table oceanid.inbox; --",
            "\\x",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><View>&y;</View>",
            "../../../../etc/passwd",
            "http://169.254.169.254/latest/meta-data/",
            "/data/upload/../../api/",
            "=1+1",
            "a".repeat(70_000));

    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(new BigInteger("9".repeat(400))),
            JSON.numberNode(new BigDecimal("1e-300")),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(0.1),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().add(JSON.arrayNode().addNull()),
            JSON.objectNode().put("id", "1").put("", 1));

    private static final List<String> FRAGMENTS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "1e999999999",
            "\\ud83d",
            "\\u0000",
            "\"id\":",
            "\"action\":",
            "\uFEFF",
            "%",
            "%00",
            "%C3",
            "=",
            "&",
            "🐙",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "9".repeat(1_200));

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One of them. */
    public <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Whether something that happens so often happens now. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A body that was this JSON: with another tree, other bytes, or both. */
    public byte[] body(JsonNode json) {
        JsonNode changed = json.deepCopy();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(changed);
        }
        byte[] bytes = changed.toString().getBytes(UTF_8);
        return changes == 0 || oneIn(3) ? bytes(bytes) : bytes;
    }

    /** Other bytes. */
    public byte[] bytes(byte[] bytes) {
        byte[] changed = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed = splice(changed);
        }
        return changed;
    }

    /** Another text, of one line. */
    public String text(String text) {
        String changed = oneIn(3) ? one(TEXTS) : new String(bytes(text.getBytes(UTF_8)), UTF_8);
        String line = changed.replaceAll("[\\p{Cntrl}]", "?");
        return line.substring(0, Math.min(2_000, line.length()));
    }

    /** The same, as a query or a segment of a path may hold it. */
    public String encoded(String text) {
        return URLEncoder.encode(text(text), UTF_8);
    }

    private void change(JsonNode root) {
        List<JsonNode> places = new ArrayList<>();
        collect(root, places);
        JsonNode place = one(places);
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            String name = one(List.copyOf(object.propertyNames()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(text(name), object.get(name));
                default -> object.set(name, value(object.get(name)));
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at).deepCopy());
                default -> array.set(at, value(array.get(at)));
            }
        }
    }

    private JsonNode value(JsonNode before) {
        if (before.isString() && oneIn(2)) {
            return JSON.stringNode(
                    oneIn(2)
                            ? one(TEXTS)
                            : new String(bytes(before.stringValue().getBytes(UTF_8)), UTF_8));
        }
        return oneIn(3) ? JSON.stringNode(one(TEXTS)) : one(VALUES).deepCopy();
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.values().forEach(value -> collect(value, places));
        }
    }

    private byte[] splice(byte[] bytes) {
        if (oneIn(12)) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        int at = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, at + random.nextInt(5));
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> spliced.write(random.nextInt(256));
            case 2 -> spliced.write('0' + random.nextInt(10));
            default -> spliced.writeBytes(one(FRAGMENTS).getBytes(UTF_8));
        }
        spliced.write(bytes, until, bytes.length - until);
        return spliced.toByteArray();
    }
}
