package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.architecture.CodeRules;
import io.oceanid.support.architecture.SourceFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return CodeRules.of("io.oceanid.recipes");
    }

    @Test
    void noFileIsLongerThanAReaderKeepsInMind() {
        assertThat(SourceFiles.longerThan(250, Path.of("src/main/java"))).isEmpty();
    }
}
