package io.oceanid.recipes;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows as a test lists them. */
final class ListedRows implements Rows {

    private final Iterator<? extends ObjectNode> data;
    private long line;

    ListedRows(Stream<? extends ObjectNode> data) {
        this.data = data.iterator();
    }

    /** An object of JSON each. */
    static ListedRows of(String... rows) {
        return of(List.of(rows));
    }

    static ListedRows of(List<String> rows) {
        return new ListedRows(rows.stream().map(row -> (ObjectNode) ResultJson.parse(row)));
    }

    @Override
    public @Nullable Reading next() {
        return data.hasNext() ? new Reading.Row(new Place("test", ++line), data.next()) : null;
    }

    @Override
    public void close() {}
}
