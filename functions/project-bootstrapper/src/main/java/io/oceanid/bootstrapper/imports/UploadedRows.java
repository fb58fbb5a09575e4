package io.oceanid.bootstrapper.imports;

import io.oceanid.bootstrapper.uploads.Upload;
import io.oceanid.bootstrapper.uploads.UploadedFile;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.rows.RowFiles;
import io.oceanid.rows.Rows;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of uploaded files, after the recipe if there is one.
 *
 * @param engine null in builds without one
 */
record UploadedRows(Upload upload, @Nullable RecipeEngine engine) implements RowSource {

    @Override
    public Rows open(Consumer<Reading.Broken> broken) throws IOException {
        Rows rows = new RowsInTurn(upload.files(), upload.options().read());
        Recipe recipe = upload.options().recipe();
        return recipe == null ? rows : followed(recipe, rows, broken);
    }

    private Rows followed(Recipe recipe, Rows rows, Consumer<Reading.Broken> broken) throws IOException {
        if (engine == null) {
            throw new InvalidRequestException("recipe", "this build of the function has no recipe engine");
        }
        List<Rows> open = new ArrayList<>(List.of(rows));
        try {
            Map<String, Rows> lookups = new LinkedHashMap<>();
            for (Map.Entry<String, UploadedFile> lookup : upload.lookups().entrySet()) {
                UploadedFile file = lookup.getValue();
                Rows table = RowFiles.open(file.path(), file.name(), ReadOptions.DEFAULT);
                open.add(table);
                lookups.put(lookup.getKey(), table);
            }
            Rows result =
                    engine.follow(recipe, rows, lookups, Files.createTempDirectory(upload.folder(), "recipe-"), broken);
            open.addFirst(result);
            return new RowsWithTheirSources(result, open);
        } catch (IOException | RuntimeException e) {
            RowsWithTheirSources.closeAll(open);
            throw e;
        }
    }
}
