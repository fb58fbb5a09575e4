package io.oceanid.rows;

import java.nio.file.Path;

/** A program that reads a file to its end and says how many rows it has. */
final class ReadToTheEnd {

    private ReadToTheEnd() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        long count = 0;
        long characters = 0;
        try (Rows rows = RowFiles.open(file, file.getFileName().toString(), ReadOptions.DEFAULT)) {
            for (Reading next = rows.next(); next != null; next = rows.next()) {
                if (!(next instanceof Reading.Row row)) {
                    throw new IllegalStateException(next.toString());
                }
                count++;
                characters += row.data().path("text").asString().length();
            }
        }
        System.out.print(count + " rows, " + characters + " characters");
    }
}
