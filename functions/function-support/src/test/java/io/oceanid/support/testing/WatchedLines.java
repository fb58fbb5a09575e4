package io.oceanid.support.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines as they are written, of which those are kept that have something in them. Thread-safe. */
final class WatchedLines {

    private final Pattern wanted;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> found = new ArrayList<>();

    WatchedLines(Pattern wanted) {
        this.wanted = wanted;
    }

    synchronized void add(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    /** The lines found since it was last asked, the one that is being written among them. */
    synchronized List<String> take() {
        end();
        List<String> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    private void end() {
        String text = line.toString(UTF_8);
        line.reset();
        if (wanted.matcher(text).find()) {
            found.add(text);
        }
    }
}
