package io.oceanid.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a file gives, told as text. */
final class Told {

    private Told() {}

    static List<Reading> readings(Path file, String name, ReadOptions options) {
        return readings(file, name, options, ReadLimits.DEFAULT);
    }

    static List<Reading> readings(Path file, String name, ReadOptions options, ReadLimits limits) {
        List<Reading> all = new ArrayList<>();
        try (Rows rows = RowFiles.open(file, name, options, limits)) {
            for (Reading next = rows.next(); next != null; next = rows.next()) {
                all.add(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Rows as JSON, broken ones as {@code line: reason}. */
    static List<String> of(Path file, String name, ReadOptions options) {
        return readings(file, name, options).stream().map(Told::told).toList();
    }

    static List<String> of(byte[] content, String name, ReadOptions options) {
        return with(content, file -> of(file, name, options));
    }

    static List<String> of(String content, String name) {
        return of(content, UTF_8, name, ReadOptions.DEFAULT);
    }

    static List<String> of(String content, String name, ReadOptions options) {
        return of(content, UTF_8, name, options);
    }

    static List<String> of(String content, Charset charset, String name, ReadOptions options) {
        return of(content.getBytes(charset), name, options);
    }

    static <T> T with(byte[] content, java.util.function.Function<Path, T> use) {
        try {
            Path file = Files.createTempFile("rows", "");
            try {
                Files.write(file, content);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(Reading reading) {
        return switch (reading) {
            case Reading.Row row -> row.place().line() + ": " + row.data();
            case Reading.Broken broken -> broken.place().line() + ": " + broken.reason();
        };
    }
}
