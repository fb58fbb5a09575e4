package io.oceanid.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recipes that README.md shows, with the rows they are shown with. */
final class Cookbook {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(jsonl (\\w+)|sql)\n(.*?)^```$");

    private Cookbook() {}

    /**
     * A recipe.
     *
     * @param tables the rows and the lookups, by name
     */
    record Entry(String title, Map<String, List<String>> tables, List<String> steps, List<String> result) {}

    static Stream<Entry> entries() {
        String[] parts = cookbook().split("(?m)^### ");
        Map<String, List<String>> common = tables(parts[0]);
        return Stream.of(parts).skip(1).map(part -> entry(part, common));
    }

    private static Entry entry(String part, Map<String, List<String>> common) {
        Map<String, List<String>> tables = new TreeMap<>(common);
        tables.putAll(tables(part));
        List<String> result = tables.remove("result");
        List<String> steps = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(part); block.find(); ) {
            if (block.group(2) == null) {
                steps.add(block.group(3));
            }
        }
        return new Entry(part.lines().findFirst().orElse(""), tables, steps, result == null ? List.of() : result);
    }

    private static Map<String, List<String>> tables(String part) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Matcher block = BLOCK.matcher(part); block.find(); ) {
            if (block.group(2) != null) {
                tables.put(block.group(2), block.group(3).lines().toList());
            }
        }
        return tables;
    }

    private static String cookbook() {
        try {
            String readme = Files.readString(Path.of("README.md"));
            return readme.substring(readme.indexOf("## Cookbook"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
