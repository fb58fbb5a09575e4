package io.oceanid.bootstrapper.imports;

import io.oceanid.events.json.EventJson;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows out of a test. */
record ScriptedRows(List<Reading> readings) implements RowSource {

    /** Rows with a text each; what is no text is broken. */
    static ScriptedRows of(List<String> texts) {
        return new ScriptedRows(IntStream.range(0, texts.size())
                .mapToObj(i -> reading(i + 1, texts.get(i)))
                .toList());
    }

    static ScriptedRows of(String... texts) {
        return of(List.of(texts));
    }

    static ScriptedRows of(Reading... readings) {
        return new ScriptedRows(List.of(readings));
    }

    /** Rows in JSON. */
    static ScriptedRows json(String... rows) {
        return new ScriptedRows(IntStream.range(0, rows.length)
                .<Reading>mapToObj(i -> new Reading.Row(
                        new Place("rows.jsonl", i + 1), EventJson.read(rows[i]).asObject()))
                .toList());
    }

    private static Reading reading(int line, String text) {
        Place place = new Place("rows.jsonl", line);
        if (text.startsWith("!")) {
            return new Reading.Broken(place, text.substring(1));
        }
        JsonNode row = EventJson.read("{\"text\":\"" + text + "\"}");
        return new Reading.Row(place, row.asObject());
    }

    @Override
    public Rows open(Consumer<Reading.Broken> broken) {
        return new Rows() {

            private int next;

            @Override
            public @Nullable Reading next() {
                return next < readings.size() ? readings.get(next++) : null;
            }

            @Override
            public void close() {
                next = Integer.MAX_VALUE;
            }
        };
    }
}
