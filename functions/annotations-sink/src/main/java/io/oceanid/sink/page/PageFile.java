package io.oceanid.sink.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;

/** A file of the page. */
final class PageFile {

    private final Kind kind;
    private final byte[] bytes;
    private final String tag;

    private PageFile(String name, byte[] bytes, String tag) {
        this.kind = Kind.of(name);
        this.bytes = bytes;
        this.tag = tag;
    }

    /** What a file is, by the ending of its name. */
    enum Kind {
        HTML("text/html;charset=UTF-8"),
        JS("text/javascript;charset=UTF-8"),
        CSS("text/css;charset=UTF-8"),
        SVG("image/svg+xml"),
        TXT("text/plain;charset=UTF-8");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        MediaType type() {
            return MediaType.parseMediaType(type);
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> name.endsWith("." + kind.ending()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " has no known ending"));
        }
    }

    /** Reads it from beside this class. */
    static PageFile read(String name) {
        try (InputStream in = PageFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new PageFile(name, bytes, HexFormat.of().formatHex(digest, 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    MediaType type() {
        return kind.type();
    }

    /** Its ETag: changes with the contents. */
    String tag() {
        return tag;
    }

    /** A body of an answer; it lets the bytes be. */
    DataBuffer body() {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
