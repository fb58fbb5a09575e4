package io.oceanid.rows.text;

import io.oceanid.rows.Place;
import io.oceanid.rows.ReadOptions.TextUnit;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Line;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Plain text: {@code {"text": …}}. A paragraph ends at a line of blanks. What ends lines is kept within a row, and left
 * out at its end, unless the document is the row.
 */
public final class TextRows implements Rows {

    private final Source source;
    private final Lines lines;

    private TextRows(Source source, Lines lines) {
        this.source = source;
        this.lines = lines;
    }

    public static Rows open(Source source) throws IOException {
        return new TextRows(source, Lines.open(source, longest(source)));
    }

    private static int longest(Source source) {
        return source.options().text() == TextUnit.DOCUMENT
                ? source.limits().documentCharacters()
                : source.limits().rowCharacters();
    }

    @Override
    public @Nullable Reading next() throws IOException {
        boolean document = source.options().text() == TextUnit.DOCUMENT;
        Line line = lines.next();
        while (line != null && !document && line.content().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : reading(line);
    }

    private Reading reading(Line first) throws IOException {
        StringBuilder text = new StringBuilder();
        int end = 0;
        boolean tooLong = false;
        for (Line line = first; line != null; line = following()) {
            tooLong |= line.tooLong() || text.length() + line.text().length() > longest(source);
            if (!tooLong) {
                end = text.length() + line.end();
                text.append(line.text());
            }
        }
        Place place = new Place(source.name(), first.number());
        if (tooLong) {
            return new Reading.Broken(place, "longer than " + longest(source) + " characters");
        }
        String row = source.options().text() == TextUnit.DOCUMENT ? text.toString() : text.substring(0, end);
        return new Reading.Row(place, JsonNodeFactory.instance.objectNode().put("text", row));
    }

    /** The next line of the same row. */
    private @Nullable Line following() throws IOException {
        if (source.options().text() == TextUnit.LINE) {
            return null;
        }
        Line line = lines.next();
        boolean ends = line != null
                && source.options().text() == TextUnit.PARAGRAPH
                && line.content().isBlank();
        return ends ? null : line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
