package io.oceanid.support.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** The texts that will do. Immutable. */
final class Secrets {

    private final List<byte[]> values;

    Secrets(List<String> values) {
        this.values = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Takes a time that depends on nothing but what was given: not on how much of it was right, nor on which it was. */
    boolean has(String given) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        boolean right = false;
        for (byte[] value : values) {
            right |= MessageDigest.isEqual(bytes, value);
        }
        return right;
    }
}
