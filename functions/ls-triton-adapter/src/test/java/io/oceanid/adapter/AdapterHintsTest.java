package io.oceanid.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.content.PdfHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class AdapterHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    AdapterHintsTest() {
        new AdapterHints().registerHints(hints, null);
        new PdfHints().registerHints(hints, null);
    }

    static List<Path> resources() throws IOException {
        Path root = Path.of("src/main/resources");
        try (Stream<Path> files = Files.walk(root.resolve("io"))) {
            return files.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyResourceOfTheAdapterIsTakenAlong(Path resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource.toString()))
                .accepts(hints);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/apache/pdfbox/resources/glyphlist/glyphlist.txt",
                "org/apache/pdfbox/resources/afm/Helvetica.afm",
                "org/apache/fontbox/cmap/Identity-H"
            })
    void whatLibrariesReadByNameIsTakenAlongAndIsThere(String resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints);
        assertThat(getClass().getResource("/" + resource)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-aarch64"})
    void theTokenizersLibraryIsWhereTheBuildTakesItFrom(String platform) {
        assertThat(getClass().getResource("/native/lib/" + platform + "/cpu/libtokenizers.so"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai.djl.huggingface.tokenizers.jni.CharSpan",
                "ai.djl.huggingface.tokenizers.jni.TokenizersLibrary",
                "ai.djl.engine.EngineException"
            })
    void whatTheTokenizersMakeAndCallByNameIsKnownAndIsThere(String type) throws ClassNotFoundException {
        Class<?> found = Class.forName(type, false, getClass().getClassLoader());

        assertThat(hints.jni().getTypeHint(found)).isNotNull();
    }
}
