package io.oceanid.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A part of an image, which others name by the digest of what is in it. */
record Blob(String mediaType, byte[] content, String digest) {

    Blob(String mediaType, byte[] content) {
        this(mediaType, content, digest(content));
    }

    Descriptor descriptor(Map<String, String> annotations) {
        return new Descriptor(mediaType, digest, content.length, annotations);
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
