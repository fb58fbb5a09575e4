package io.oceanid.support.executable;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Substitutions are tried where executables are built, which is seldom. Whether there is what they replace is seen here. */
class SubstitutionsTest {

    private static final List<Class<?>> SUBSTITUTIONS = new ClassFileImporter()
            .importPackages(SubstitutionsTest.class.getPackageName()).stream()
                    .filter(type -> type.isAnnotatedWith(TargetClass.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @TestFactory
    Stream<DynamicTest> whatIsReplacedIsThere() {
        assertThat(SUBSTITUTIONS).isNotEmpty();
        return SUBSTITUTIONS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Substitute.class)))
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    Method replaced = replacedBy(method.getDeclaringClass())
                            .getDeclaredMethod(method.getName(), method.getParameterTypes());

                    assertThat(replaced.getReturnType().getName())
                            .isEqualTo(method.getReturnType().getName());
                }));
    }

    private static Class<?> replacedBy(Class<?> substitution) throws ClassNotFoundException {
        TargetClass target = substitution.getAnnotation(TargetClass.class);
        String name = target.className().isEmpty() ? target.value().getName() : target.className();
        return Class.forName(name, false, SubstitutionsTest.class.getClassLoader());
    }
}
