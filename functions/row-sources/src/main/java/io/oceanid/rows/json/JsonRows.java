package io.oceanid.rows.json;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/** A list of objects, or one object. Places count them. */
public final class JsonRows implements Rows {

    private final Source source;
    private final JsonParser parser;
    private boolean inList;
    private long count;

    private JsonRows(Source source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    public static Rows open(Source source) throws IOException {
        return new JsonRows(source, Json.MAPPER.createParser(Lines.characters(source)));
    }

    @Override
    public @Nullable Reading next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && count == 0 && !inList) {
                inList = true;
                token = parser.nextToken();
            }
            if (inList && token == JsonToken.END_ARRAY) {
                inList = false;
                token = parser.nextToken();
            }
            if (token == null) {
                return end();
            }
            if (count > 0 && !inList) {
                throw source.unreadable("something comes after the JSON value");
            }
            return reading(new Place(source.name(), ++count), token);
        } catch (JacksonException | NumberFormatException e) {
            throw source.unreadable(Json.reason(e));
        }
    }

    private @Nullable Reading end() {
        if (inList) {
            throw source.unreadable("ends within the list");
        }
        return null;
    }

    private Reading reading(Place place, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Reading.Broken(place, "no JSON object");
        }
        ObjectNode data = parser.readValueAsTree();
        return new Reading.Row(place, data);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
