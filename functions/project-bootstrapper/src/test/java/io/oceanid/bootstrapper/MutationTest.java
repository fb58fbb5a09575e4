package io.oceanid.bootstrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.StoringProjects;
import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.support.testing.Barrage;
import io.oceanid.support.testing.Barrage.Shot;
import io.oceanid.support.testing.Mutations;
import io.oceanid.support.testing.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Declarations, files and forms, changed at random. */
class MutationTest {

    private static final String BOUNDARY = "----------------------------d74496d6";

    private static final List<byte[]> DECLARATIONS = Stream.of(
                    "trade-documents.yaml", "document-risk.yaml", "own-label-config.yaml", "stamps.json")
            .map(MutationTest::example)
            .toList();

    private static final Map<String, byte[]> FILES = Map.of(
            "cargo.csv",
            example("cargo.csv"),
            "rows.json",
            "[{\"text\": \"MV Ægir\", \"hs\": \"0901.21\"}, {\"data\": {\"text\": \"x\"}, \"annotations\": []}]"
                    .getBytes(UTF_8),
            "rows.jsonl",
            "{\"text\": \"a\"}\n{\"text\": \"b\"}\n".getBytes(UTF_8),
            "notes.txt",
            "first\n\nsecond\n".getBytes(UTF_8));

    @Test
    void noneFailsOrHangs() {
        try (StoringProjects labelStudio = StoringProjects.start();
                TestBootstrapper bootstrapper = TestBootstrapper.with(labelStudio)) {
            assertThat(Barrage.at(bootstrapper.port(), MutationTest::shot, (_, _) -> {}))
                    .containsKeys(200, 400);
        }
    }

    private static Shot<String> shot(Mutations mutations) {
        RawRequest request = switch (mutations.one(List.of(0, 1, 2, 3))) {
            case 0 -> declaration(mutations);
            case 1 -> form(mutations);
            default -> file(mutations);
        };
        return new Shot<>(request, "");
    }

    private static RawRequest declaration(Mutations mutations) {
        String query =
                mutations.oneIn(5) ? "?force=" + mutations.encoded("true") + "&project=" + mutations.encoded("1") : "";
        return RawRequest.post(mutations.one(List.of("/plan", "/create")) + query)
                .header("Content-Type", mutations.one(List.of("application/yaml", "application/json")))
                .body(mutations.bytes(mutations.one(DECLARATIONS)));
    }

    private static RawRequest file(Mutations mutations) {
        String name = mutations.one(List.copyOf(FILES.keySet()));
        String query = mutations.oneIn(2)
                ? ""
                : "&"
                        + mutations.one(List.of(
                                "format",
                                "charset",
                                "separator",
                                "columns",
                                "text",
                                "onBroken",
                                "chunk",
                                "rows",
                                "recipe"))
                        + "="
                        + mutations.encoded(mutations.one(
                                List.of("csv", "UTF-8", ";", "text", "line", "skip", "5", "select * from rows")));
        byte[] content = FILES.get(name);
        return RawRequest.post("/preview?name=" + mutations.one(List.of(name, mutations.encoded(name))) + query)
                .header("Content-Type", mutations.oneIn(9) ? mutations.text("text/csv") : "application/octet-stream")
                .body(mutations.bytes(content == null ? new byte[0] : content));
    }

    private static RawRequest form(Mutations mutations) {
        String body = """
            --%1$s\r
            Content-Disposition: form-data; name="options"\r
            \r
            {"format": "csv", "onBroken": "skip", "columns": ["text"]}\r
            --%1$s\r
            Content-Disposition: form-data; name="file"; filename="cargo.csv"\r
            \r
            text,hs\r
            MV Ægir,0901.21\r
            \r
            --%1$s--\r
            """.formatted(BOUNDARY);
        return RawRequest.post("/preview")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .body(mutations.bytes(body.getBytes(UTF_8)));
    }

    private static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of("examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
