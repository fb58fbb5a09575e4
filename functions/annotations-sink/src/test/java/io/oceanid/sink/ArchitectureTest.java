package io.oceanid.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.oceanid.sink.commit.GroupCommit;
import io.oceanid.support.architecture.CodeRules;
import io.oceanid.support.architecture.SourceFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.Publisher;

class ArchitectureTest {

    private static final JavaClasses SINK = CodeRules.mainClassesOf("io.oceanid.sink");

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return CodeRules.of("io.oceanid.sink", GroupCommit.class);
    }

    @Test
    void theGroupCommitSubscribesInOnePlace() {
        assertThat(SINK.get(GroupCommit.class).getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(Publisher.class))
                        .filter(call -> call.getName().equals("subscribe")))
                .hasSize(1);
    }

    @Test
    void whatIsStoredAndHowKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage("io.oceanid.sink.region..", "io.oceanid.sink.store..", "io.oceanid.sink.commit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(SINK);
    }

    @Test
    void regionsKnowNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.oceanid.sink.region..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.r2dbc..", "reactor..", "io.oceanid.sink.store..")
                .check(SINK);
    }

    @Test
    void noFileIsLongerThanAReaderKeepsInMind() {
        assertThat(SourceFiles.longerThan(250, Path.of("src/main/java"))).isEmpty();
    }
}
