package io.oceanid.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An object on each line. */
final class JsonLines implements Rows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedReader lines;
    private final String name;
    private long line;

    JsonLines(Path file, String name) throws IOException {
        this.lines = Files.newBufferedReader(file);
        this.name = name;
    }

    @Override
    public @Nullable Reading next() throws IOException {
        String text = lines.readLine();
        if (text == null) {
            return null;
        }
        Place place = new Place(name, ++line);
        try {
            return JSON.readTree(text) instanceof ObjectNode data
                    ? new Reading.Row(place, data)
                    : new Reading.Broken(place, "no JSON object");
        } catch (JacksonException _) {
            return new Reading.Broken(place, "not JSON");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
