package io.oceanid.bootstrapper.uploads;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A file as it came.
 *
 * @param name as its owner calls it; says nothing of where it lies
 */
public record UploadedFile(String name, Path path) {

    private static final int LONGEST_NAME = 200;

    private static final Map<String, String> ENDINGS = Map.of(
            "text/csv", "csv",
            "text/tab-separated-values", "tsv",
            "text/plain", "txt",
            "application/json", "json",
            "application/x-ndjson", "jsonl",
            "application/jsonl", "jsonl",
            "application/pdf", "pdf",
            "application/vnd.apache.parquet", "parquet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /** The last part of a name, which a client may have put any path before; by its type where there is none. */
    static String nameOf(@Nullable String given, @Nullable MediaType type) {
        String name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        if (!name.isEmpty()) {
            return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        }
        String ending =
                type == null ? null : ENDINGS.get((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
        return ending == null ? "upload" : "upload." + ending;
    }
}
