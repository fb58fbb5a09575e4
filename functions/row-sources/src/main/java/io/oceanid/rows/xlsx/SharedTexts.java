package io.oceanid.rows.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.rows.Source;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number. There may be far more of them than fit into the heap, so they are kept in two
 * temporary files that are mapped into memory: the texts, and where each of them ends.
 */
final class SharedTexts implements Closeable {

    private static final ValueLayout.OfLong END = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final @Nullable FileChannel texts;
    private final @Nullable FileChannel ends;
    private final MemorySegment text;
    private final MemorySegment end;

    private SharedTexts(@Nullable FileChannel texts, @Nullable FileChannel ends) throws IOException {
        this.texts = texts;
        this.ends = ends;
        this.text = mapped(texts);
        this.end = mapped(ends);
    }

    static SharedTexts of(Archive archive, @Nullable String part, Source source) throws IOException {
        try (Markup xml = part == null ? null : archive.markup(part)) {
            if (xml == null) {
                return new SharedTexts(null, null);
            }
            FileChannel texts = temporary();
            FileChannel ends = temporary();
            try {
                write(xml, texts, ends, source);
                return new SharedTexts(texts, ends);
            } catch (IOException | RuntimeException e) {
                texts.close();
                ends.close();
                throw e;
            }
        }
    }

    private static void write(Markup xml, FileChannel texts, FileChannel ends, Source source) throws IOException {
        DataOutputStream text =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(texts), 1 << 16));
        DataOutputStream end = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(ends), 1 << 16));
        RichText rich = new RichText(source.limits().rowCharacters());
        long written = 0;
        while (xml.next()) {
            rich.take(xml);
            if (rich.isTooLong()) {
                throw source.unreadable("has a text of more than " + rich.most() + " characters");
            }
            if (xml.ends("si")) {
                byte[] bytes = rich.text().getBytes(UTF_8);
                rich.clear();
                text.write(bytes);
                written += bytes.length;
                end.writeLong(written);
            }
        }
        text.flush();
        end.flush();
    }

    /** The text of a number, null if there is none. */
    @Nullable
    String get(long index) {
        if (index < 0 || index >= end.byteSize() / Long.BYTES) {
            return null;
        }
        long from = index == 0 ? 0 : end.get(END, (index - 1) * Long.BYTES);
        long to = end.get(END, index * Long.BYTES);
        byte[] bytes = text.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, UTF_8);
    }

    private static FileChannel temporary() throws IOException {
        Path file = Files.createTempFile("shared-texts", null);
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Until the collector finds that nobody looks at it any more. */
    private static MemorySegment mapped(@Nullable FileChannel file) throws IOException {
        return file == null || file.size() == 0
                ? MemorySegment.NULL
                : file.map(MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto());
    }

    @Override
    public void close() throws IOException {
        try (texts;
                ends) {
            // both, whatever becomes of the other
        }
    }
}
