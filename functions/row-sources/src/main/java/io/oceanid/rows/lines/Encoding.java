package io.oceanid.rows.lines;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.rows.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of text.
 *
 * @param mark how many bytes its byte order mark has
 */
record Encoding(Charset charset, int mark) {

    private static final int SAMPLE = 4096;

    static Encoding of(Source source) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(source.file())) {
            beginning = in.readNBytes(SAMPLE);
        }
        Encoding marked = marked(beginning);
        String said = source.options().charset();
        if (said != null) {
            Charset charset = named(said, source);
            return new Encoding(charset, marked != null && marked.charset.equals(charset) ? marked.mark : 0);
        }
        if (marked != null) {
            return marked;
        }
        Charset wide = unmarkedUtf16(beginning);
        return new Encoding(wide != null ? wide : EncodingGuess.of(source.file()), 0);
    }

    /** Fails on what is not in the encoding. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset named(String name, Source source) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw source.unreadable("there is no encoding called \"" + name + '"');
        }
    }

    private static @Nullable Encoding marked(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        if (first == 0xEF && second == 0xBB && at(bytes, 2) == 0xBF) {
            return new Encoding(UTF_8, 3);
        }
        if (first == 0xFF && second == 0xFE) {
            return new Encoding(UTF_16LE, 2);
        }
        return first == 0xFE && second == 0xFF ? new Encoding(UTF_16BE, 2) : null;
    }

    /** Text in the Latin alphabet has a zero in every other byte. */
    private static @Nullable Charset unmarkedUtf16(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int many = bytes.length / 4;
        if (bytes.length < 2 || zeros[0] + zeros[1] <= many) {
            return null;
        }
        if (zeros[0] == 0) {
            return UTF_16LE;
        }
        return zeros[1] == 0 ? UTF_16BE : null;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }
}
