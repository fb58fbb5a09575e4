package io.oceanid.bootstrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class ParquetHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    ParquetHintsTest() {
        new ParquetHints().registerHints(hints, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.xerial.snappy.Snappy", "com.github.luben.zstd.Zstd"})
    void aCompressionIsFoundByTheNameThatItIsAskedForBy(String type) throws ClassNotFoundException {
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(Class.forName(type, false, getClass().getClassLoader())))
                .accepts(hints);
    }

    @Test
    void theLibrariesOfOnePlatformAreTakenAlong() {
        assertThat(taken(
                        "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
                        "org/xerial/snappy/native/Linux/aarch64/libsnappyjava.so"))
                .hasSize(1)
                .allSatisfy(library ->
                        assertThat(getClass().getResource("/" + library)).isNotNull());
        assertThat(taken("linux/amd64/libzstd-jni-1.so", "linux/aarch64/libzstd-jni-1.so"))
                .hasSize(1);
    }

    private Stream<String> taken(String... resources) {
        return Stream.of(resources)
                .filter(resource ->
                        RuntimeHintsPredicates.resource().forResource(resource).test(hints));
    }
}
