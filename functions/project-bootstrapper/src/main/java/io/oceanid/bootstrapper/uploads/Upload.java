package io.oceanid.bootstrapper.uploads;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a request brought.
 *
 * @param files in the order they came
 * @param lookups tables that a recipe may join, by name
 * @param folder for what the work on it has to put down; deleted after it, as the files are
 */
public record Upload(ImportOptions options, List<UploadedFile> files, Map<String, UploadedFile> lookups, Path folder) {

    public Upload {
        files = List.copyOf(files);
        lookups = Map.copyOf(lookups);
    }
}
