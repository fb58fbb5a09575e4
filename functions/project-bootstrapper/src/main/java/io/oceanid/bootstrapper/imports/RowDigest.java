package io.oceanid.bootstrapper.imports;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a row is known by: 128 bits of its content, and which one it is of those that have the same content. */
record RowDigest(long high, long low) {

    private static final int BYTES = 16;
    /** As of SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** The digest of the first row that has this content. */
    static RowDigest of(byte[] content) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(content));
        return new RowDigest(hash.getLong(), hash.getLong());
    }

    /** The one that a task carries; null where it carries none. */
    static @Nullable RowDigest in(JsonNode meta) {
        String text = meta.path(TaskForm.MARK).path(TaskForm.ROW).asString("");
        if (text.length() != 2 * BYTES || !text.chars().allMatch(HexFormat::isHexDigit)) {
            return null;
        }
        return new RowDigest(
                HexFormat.fromHexDigitsToLong(text, 0, BYTES), HexFormat.fromHexDigitsToLong(text, BYTES, 2 * BYTES));
    }

    /** The digest of another row of the same content. */
    RowDigest occurrence(long number) {
        return number == 1 ? this : new RowDigest(mixed(high, number), mixed(low, number));
    }

    /** As much of it as tells a million rows apart. */
    long key() {
        return high;
    }

    String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static long mixed(long bits, long number) {
        long z = bits + number * STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
