package io.oceanid.adapter.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A resource of this package: lines of cells between tabs, and comments behind {@code #}. */
final class Table {

    private Table() {}

    static List<List<String>> rows(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(bytes, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a cell, which are separated by bars. */
    static Stream<String> names(String cell) {
        return cell.isEmpty() ? Stream.empty() : Arrays.stream(cell.split("\\|", -1));
    }
}
