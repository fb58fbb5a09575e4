package io.oceanid.sink.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that stands in the tables, row for row, less what the order of arrival decides: times of receipt, numbers given in
 * that order, and which of the events that told a project's state came first.
 */
public record Tables(Map<String, List<String>> rows) {

    private static final Map<String, String> ORDER = Map.of(
            "inbox", "source, id",
            "project", "id",
            "task", "id",
            "annotation", "id",
            "region", "annotation, ordinal",
            "relation", "annotation, ordinal",
            "label_link", "id",
            "quarantine", "digest");

    private static final Map<String, String> BY_ARRIVAL =
            Map.of("quarantine", "'id'", "project", "'event_source', 'event_id'");

    /** Reads them. */
    public static Tables of(TestDatabase database) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        ORDER.keySet().stream().sorted().forEach(table -> rows.put(table, read(database, table)));
        return new Tables(rows);
    }

    /** The rows that only one of two has, each with its table and a sign. */
    public List<String> differencesTo(Tables other) {
        List<String> differences = new ArrayList<>();
        rows.forEach((table, here) -> {
            Set<String> there = new LinkedHashSet<>(other.rows.getOrDefault(table, List.of()));
            here.stream().filter(row -> !there.remove(row)).forEach(row -> differences.add("+ " + table + " " + row));
            there.forEach(row -> differences.add("- " + table + " " + row));
        });
        return differences;
    }

    private static List<String> read(TestDatabase database, String table) {
        return database
                .rows("select (to_jsonb(t) - array['received_at', " + BY_ARRIVAL.getOrDefault(table, "''")
                        + "])::text as row from oceanid." + table + " t order by " + ORDER.get(table))
                .stream()
                .map(row -> String.valueOf(row.get("row")))
                .toList();
    }
}
