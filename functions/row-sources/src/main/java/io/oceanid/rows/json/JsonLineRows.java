package io.oceanid.rows.json;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Line;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** An object on each line. Empty lines are left out. */
public final class JsonLineRows implements Rows {

    private final Source source;
    private final Lines lines;

    private JsonLineRows(Source source, Lines lines) {
        this.source = source;
        this.lines = lines;
    }

    public static Rows open(Source source) throws IOException {
        return new JsonLineRows(source, Lines.open(source, source.limits().rowCharacters()));
    }

    @Override
    public @Nullable Reading next() throws IOException {
        Line line = lines.next();
        while (line != null && line.content().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : reading(line);
    }

    private Reading reading(Line line) {
        Place place = new Place(source.name(), line.number());
        if (line.tooLong()) {
            return new Reading.Broken(place, "longer than " + line.end() + " characters");
        }
        try {
            return Json.MAPPER.readTree(line.content()) instanceof ObjectNode data
                    ? new Reading.Row(place, data)
                    : new Reading.Broken(place, "no JSON object");
        } catch (JacksonException | NumberFormatException e) {
            return new Reading.Broken(place, Json.reason(e).replace("line 1, ", ""));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
