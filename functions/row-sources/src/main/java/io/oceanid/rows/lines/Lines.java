package io.oceanid.rows.lines;

import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, which end with LF, CRLF or CR. For one thread at a time. */
public final class Lines implements Closeable {

    private static final int END = -1;

    private final Source source;
    private final Encoding encoding;
    private final int longest;
    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private final Deque<Line> again = new ArrayDeque<>();
    private int at;
    private int filled;
    private long number;

    private Lines(Source source, Encoding encoding, int longest, Reader reader) {
        this.source = source;
        this.encoding = encoding;
        this.longest = longest;
        this.reader = reader;
    }

    /**
     * Finds out the encoding, if the options do not say it, and leaves out a byte order mark.
     *
     * @param longest how many characters of a line are kept
     * @throws io.oceanid.rows.UnreadableSourceException if there is no such encoding
     */
    public static Lines open(Source source, int longest) throws IOException {
        Encoding encoding = Encoding.of(source);
        return new Lines(source, encoding, longest, encoding.reader(source.file()));
    }

    /** The characters of a text, less a byte order mark. */
    public static Reader characters(Source source) throws IOException {
        return Encoding.of(source).reader(source.file());
    }

    /** The source with its encoding said, so that it is found out once. */
    public static Source encoded(Source source) throws IOException {
        ReadOptions said = source.options();
        ReadOptions options = new ReadOptions(
                said.format(),
                Encoding.of(source).charset().name(),
                said.separator(),
                said.header(),
                said.columns(),
                said.sheets(),
                said.text());
        return new Source(source.file(), source.name(), options, source.limits());
    }

    /** The next line, null at the end. */
    public @Nullable Line next() throws IOException {
        Line line = again.poll();
        return line == null ? read() : line;
    }

    /** Gives lines back, so that they come again. */
    public void back(List<Line> lines) {
        lines.reversed().forEach(again::addFirst);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        int end = 0;
        boolean tooLong = false;
        for (int c = character(); c != END; c = character()) {
            if (c == '\n' || c == '\r') {
                text.append((char) c);
                if (c == '\r' && peek() == '\n') {
                    text.append((char) character());
                }
                return new Line(++number, text.toString(), end, tooLong);
            }
            if (end < longest) {
                text.append((char) c);
                end++;
            } else {
                tooLong = true;
            }
        }
        return text.isEmpty() ? null : new Line(++number, text.toString(), end, tooLong);
    }

    private int character() throws IOException {
        int c = peek();
        at++;
        return c;
    }

    private int peek() throws IOException {
        if (at >= filled) {
            try {
                filled = reader.read(buffer);
            } catch (CharacterCodingException _) {
                throw source.unreadable(
                        "not " + encoding.charset() + " after line " + number + "; say in which encoding it is");
            }
            at = 0;
        }
        return filled < 0 ? END : buffer[at];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
