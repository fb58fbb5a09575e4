package io.oceanid.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
        return CodeRules.of("io.oceanid.source", warmUp());
    }

    /** It runs before the function is ready, on the thread that starts it. */
    private static Class<?> warmUp() {
        try {
            return Class.forName("io.oceanid.source.relay.WarmUp");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsDoneWithAWebhookKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage("io.oceanid.source..")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Properties")
                .and()
                .doNotImplement("org.springframework.web.server.WebFilter")
                .and()
                .doNotHaveSimpleName("LabelStudioSource")
                .and()
                .doNotHaveSimpleName("WarmUp")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Configuration")
                .check(CodeRules.mainClassesOf("io.oceanid.source"));
    }

    @Test
    void noFileIsLongerThanAReaderKeepsInMind() {
        assertThat(SourceFiles.longerThan(250, Path.of("src/main/java"))).isEmpty();
    }
}
