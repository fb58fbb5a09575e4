package io.oceanid.events.labelstudio;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * SHA-256 over what makes a state what it is, whatever the order of its keys and the spelling of its numbers, so that
 * the same state told twice has one digest.
 */
final class StateDigest {

    private static final int HEX_DIGITS = 32;

    private final MessageDigest sha256;

    StateDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    StateDigest add(@Nullable Object value) {
        if (value == null) {
            sha256.update((byte) '-');
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            // the length keeps "ab","c" apart from "a","bc"
            sha256.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(text);
        }
        return this;
    }

    StateDigest add(@Nullable JsonNode node) {
        switch (node) {
            case null -> add((Object) null);
            case JsonNode object
            when object.isObject() -> {
                Map<String, JsonNode> sorted = new TreeMap<>();
                object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
                sha256.update((byte) '{');
                sorted.forEach((name, value) -> add((Object) name).add(value));
                sha256.update((byte) '}');
            }
            case JsonNode array
            when array.isArray() -> {
                sha256.update((byte) '[');
                array.values().forEach(this::add);
                sha256.update((byte) ']');
            }
            case JsonNode number
            when number.isNumber() -> {
                sha256.update((byte) 'n');
                add((Object) shortest(number.decimalValue()));
            }
            case JsonNode other -> {
                sha256.update((byte) (other.isString() ? 's' : 'w'));
                add((Object) other.asString());
            }
        }
        return this;
    }

    private static BigDecimal shortest(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException _) {
            // an exponent as large as they come: no zero can be moved into it
            return number;
        }
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest()).substring(0, HEX_DIGITS);
    }
}
