package io.oceanid.bootstrapper.imports;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows that stand in a declaration. */
record DeclaredRows(List<ObjectNode> rows) implements RowSource {

    @Override
    public Rows open(Consumer<Reading.Broken> broken) {
        return new Rows() {
            private int next;

            @Override
            public @Nullable Reading next() {
                return next == rows.size()
                        ? null
                        : new Reading.Row(
                                new Place("tasks", next + 1), rows.get(next++).deepCopy());
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
