package io.oceanid.adapter.token;

import io.oceanid.support.testing.Substitutions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SubstitutionsTest {

    @TestFactory
    Stream<DynamicTest> whatIsReplacedIsThere() {
        return Substitutions.in(SubstitutionsTest.class.getPackageName());
    }
}
