package io.oceanid.bootstrapper.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.uploads.ImportOptions;
import io.oceanid.bootstrapper.uploads.Upload;
import io.oceanid.bootstrapper.uploads.UploadedFile;
import io.oceanid.events.json.EventJson;
import io.oceanid.rows.Place;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import io.oceanid.rows.UnreadableSourceException;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class UploadedRowsTest {

    @TempDir
    Path folder;

    private final List<Reading.Broken> broken = new ArrayList<>();

    @Test
    void aRecipeMakesRowsOfTheFilesAndTheLookups() throws IOException {
        RecipeEngine firstOfEach = (_, rows, lookups, scratch, told) -> {
            assertThat(scratch).isEmptyDirectory().hasParent(folder);
            told.accept(new Reading.Broken(new Place("a", 9), "broken"));
            Reading fromFile = Objects.requireNonNull(rows.next());
            Reading fromLookup = Objects.requireNonNull(
                    Objects.requireNonNull(lookups.get("ports")).next());
            return ScriptedRows.of(fromFile, fromLookup).open(told);
        };

        StepVerifier.create(new UploadedRows(upload(), firstOfEach).read(broken::add))
                .assertNext(row -> assertThat(text(row)).isEqualTo("{\"a\":1}"))
                .assertNext(row -> assertThat(text(row)).isEqualTo("{\"port\":\"Santos\"}"))
                .verifyComplete();
        assertThat(broken).hasSize(1);
    }

    @Test
    void aRecipeThatIsWrongIsTheCallersFault() throws IOException {
        RecipeEngine strict = (_, _, _, _, _) -> {
            throw new RecipeException("step 1: no column cargo");
        };

        refused(strict, "recipe", "step 1: no column cargo");
        refused(null, "recipe", "this build of the function has no recipe engine");
    }

    @Test
    void aFileThatCannotBeReadIsTheCallersFault() throws IOException {
        RecipeEngine reading = (_, _, _, _, _) -> new Rows() {
            @Override
            public @Nullable Reading next() {
                throw new UnreadableSourceException("a.xlsx is no workbook");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("closed already");
            }
        };

        refused(reading, "file", "a.xlsx is no workbook");
    }

    private void refused(@Nullable RecipeEngine engine, String field, String message) throws IOException {
        StepVerifier.create(new UploadedRows(upload(), engine).read(broken::add))
                .verifyErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(InvalidRequestException.class).hasMessage(message);
                    assertThat(((InvalidRequestException) e).field()).isEqualTo(field);
                });
    }

    private Upload upload() throws IOException {
        UploadedFile rows = file("rows.jsonl", "{\"a\":1}\n{\"a\":2}");
        UploadedFile ports = file("ports.jsonl", "{\"port\":\"Santos\"}");
        ImportOptions options =
                new ImportOptions(ReadOptions.DEFAULT, new Recipe(List.of("select 1")), false, Map.of(), null, 250);
        return new Upload(options, List.of(rows), Map.of("ports", ports), folder);
    }

    private UploadedFile file(String name, String content) throws IOException {
        return new UploadedFile(name, Files.writeString(folder.resolve(name), content));
    }

    private static String text(Reading reading) {
        return reading instanceof Reading.Row row ? EventJson.text(row.data()) : reading.toString();
    }
}
