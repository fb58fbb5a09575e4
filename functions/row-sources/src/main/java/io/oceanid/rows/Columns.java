package io.oceanid.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The columns of a table. */
public final class Columns {

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Those that a header names.
     *
     * @param table for messages
     * @param required columns that there have to be
     * @throws UnreadableSourceException if one is missing, has no name, or there are two of a name
     */
    public static Columns named(List<String> names, String table, List<String> required) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                throw new UnreadableSourceException(table + ": column " + (i + 1) + " has no name in the header");
            }
            if (!seen.add(name)) {
                throw new UnreadableSourceException(table + ": two columns are called \"" + name + '"');
            }
        }
        return new Columns(names).having(table, required);
    }

    /** {@code column_1} and so on. */
    public static Columns numbered(int count, String table, List<String> required) {
        return new Columns(IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "column_" + i)
                        .toList())
                .having(table, required);
    }

    private Columns having(String table, List<String> required) {
        for (String name : required) {
            if (!names.contains(name)) {
                throw new UnreadableSourceException(table + ": column \"" + name + "\" is missing; there are "
                        + String.join(", ", names.subList(0, Math.min(names.size(), 50))));
            }
        }
        return this;
    }

    public int count() {
        return names.size();
    }

    /** A row of cells as they stand; broken if there are more or fewer than columns. */
    public Reading row(Place place, List<String> cells) {
        if (cells.size() != names.size()) {
            return new Reading.Broken(place, cells.size() + " fields where the header has " + names.size());
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            data.put(names.get(i), cells.get(i));
        }
        return new Reading.Row(place, data);
    }
}
