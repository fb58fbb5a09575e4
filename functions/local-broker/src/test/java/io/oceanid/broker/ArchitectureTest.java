package io.oceanid.broker;

import io.oceanid.support.architecture.CodeRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return CodeRules.of("io.oceanid.broker");
    }
}
