package io.oceanid.adapter;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.oceanid.adapter.batch.Batcher;
import io.oceanid.support.architecture.CodeRules;
import io.oceanid.support.architecture.SourceFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses ADAPTER = CodeRules.mainClassesOf("io.oceanid.adapter");

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return CodeRules.of("io.oceanid.adapter", Batcher.class);
    }

    @Test
    void whatReadsTextsKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.oceanid.adapter.model..",
                        "io.oceanid.adapter.kserve..",
                        "io.oceanid.adapter.token..",
                        "io.oceanid.adapter.decode..",
                        "io.oceanid.adapter.rules..",
                        "io.oceanid.adapter.labelconfig..",
                        "io.oceanid.adapter.batch..",
                        "io.oceanid.adapter.triton..",
                        "io.oceanid.adapter.prediction..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(ADAPTER);
    }

    /** DJL's own tokenizer tells where it is used that it is; what is beneath it asks nobody. */
    @Test
    void ofDjlOnlyTheLibraryIsCalled() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("ai.djl..").and(not(resideInAPackage("ai.djl.huggingface.tokenizers.jni"))))
                .check(ADAPTER);
    }

    @Test
    void noFileIsLongerThanAReaderKeepsInMind() {
        assertThat(SourceFiles.longerThan(250, Path.of("src/main/java"))).isEmpty();
    }
}
