package io.oceanid.recipes;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that rows had so far, in the order in which they came. */
final class Columns {

    private final Map<String, Column> byKey = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A column, and where it stands. */
    static final class Column {

        final String name;
        final int index;
        boolean json;

        private Column(String name, int index, boolean json) {
            this.name = name;
            this.index = index;
            this.json = json;
        }
    }

    @Nullable
    Column get(String key) {
        return byKey.get(key);
    }

    Column add(String key, boolean json) {
        Column column = new Column(free(key), byKey.size(), json);
        byKey.put(key, column);
        return column;
    }

    int size() {
        return byKey.size();
    }

    Collection<Column> all() {
        return byKey.values();
    }

    /** As DuckDB's own readers do it: {@code name_1} beside {@code Name}. */
    private String free(String key) {
        String possible = Sql.wellFormed(key).replace('\0', '\uFFFD');
        String wished = possible.isEmpty() ? "column_" + (byKey.size() + 1) : possible;
        String name = wished;
        for (int i = 1; !taken.add(Sql.folded(name)); i++) {
            name = wished + "_" + i;
        }
        return name;
    }
}
