package io.oceanid.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class PageHintsTest {

    static List<Path> files() throws IOException {
        Path root = Path.of("src/main/resources");
        try (Stream<Path> files = Files.walk(root.resolve("io"))) {
            return files.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfThePageIsTakenAlong(Path file) {
        RuntimeHints hints = new RuntimeHints();
        new PageHints().registerHints(hints, null);

        assertThat(RuntimeHintsPredicates.resource().forResource(file.toString()))
                .accepts(hints);
    }
}
