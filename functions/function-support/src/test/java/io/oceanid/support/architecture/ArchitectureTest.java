package io.oceanid.support.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This module and the one below it, which cannot use rules from here. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return Stream.of("io.oceanid.events", "io.oceanid.support").flatMap(CodeRules::of);
    }

    @Test
    void eventsKnowNeitherSpringNorReactor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..", "io.netty..", "io.oceanid.support..")
                .check(CodeRules.mainClassesOf("io.oceanid.events"));
    }

    @Test
    void theFloorKnowsNoFunctionThatStandsOnIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.oceanid.sink..", "io.oceanid.migration..", "io.r2dbc..", "org.postgresql..")
                .check(CodeRules.mainClassesOf("io.oceanid.support"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../../events/src/main/java"})
    void noFileIsLongerThanAReaderKeepsInMind(String folder) {
        assertThat(SourceFiles.longerThan(250, Path.of(folder))).isEmpty();
    }
}
