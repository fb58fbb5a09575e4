package io.oceanid.support.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Substitutions are tried where executables are built, which is seldom. Whether there is what they replace is seen here. */
public final class Substitutions {

    private Substitutions() {}

    /** A test of each method and field that a package replaces or speaks of; there has to be one. */
    public static Stream<DynamicTest> in(String packageName) {
        List<? extends Class<?>> substitutions = new ClassFileImporter()
                .importPackages(packageName).stream()
                        .filter(type -> type.isAnnotatedWith(TargetClass.class))
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(substitutions).isNotEmpty();
        return substitutions.stream().flatMap(type -> Stream.concat(methods(type), fields(type)));
    }

    private static Stream<DynamicTest> methods(Class<?> substitution) {
        return Arrays.stream(substitution.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Substitute.class))
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    Method replaced =
                            replacedBy(substitution).getDeclaredMethod(method.getName(), method.getParameterTypes());

                    assertThat(replaced.getReturnType().getName())
                            .isEqualTo(method.getReturnType().getName());
                }));
    }

    private static Stream<DynamicTest> fields(Class<?> substitution) {
        return Arrays.stream(substitution.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Alias.class))
                .map(field -> DynamicTest.dynamicTest(field.toString(), () -> {
                    Field meant = replacedBy(substitution).getDeclaredField(field.getName());

                    assertThat(meant.getType().getName())
                            .isEqualTo(field.getType().getName());
                }));
    }

    private static Class<?> replacedBy(Class<?> substitution) throws ClassNotFoundException {
        TargetClass target = substitution.getAnnotation(TargetClass.class);
        String name = target.className().isEmpty() ? target.value().getName() : target.className();
        return Class.forName(name, false, substitution.getClassLoader());
    }
}
