package io.oceanid.support.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.context.annotation.Conditional;
import tools.jackson.databind.ObjectMapper;

/** What the code of every module keeps to. */
public final class CodeRules {

    private static final Set<String> INJECTING = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private static final Set<String> SCANNED = Set.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Repository",
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.RestController",
            "org.springframework.context.annotation.ComponentScan",
            "org.springframework.boot.autoconfigure.SpringBootApplication");

    private CodeRules() {}

    /** The classes below a package, less those of tests and those that a native build has made. */
    public static JavaClasses mainClassesOf(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("__"))
                .importPackages(packages);
    }

    /**
     * A test for each rule.
     *
     * @param root the package whose sub-packages are the features
     * @param maySubscribe a class whose callers wait for what it subscribes to
     */
    public static Stream<DynamicTest> of(String root, Class<?>... maySubscribe) {
        JavaClasses classes = mainClassesOf(root);
        return Stream.of(
                        FunctionShape.ofBeans(),
                        FunctionShape.ofClasses(),
                        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                        nullMarked(),
                        tellingNames(),
                        noFieldInjection(),
                        noComponentScan(),
                        noConditions(),
                        jsonAsTrees(),
                        nestedSettings(),
                        noStandardOutput(),
                        noSleep(),
                        nobodyBlocksOrForgets(maySubscribe))
                .map(rule -> DynamicTest.dynamicTest(
                        root + ": " + rule.getDescription(),
                        () -> rule.allowEmptyShould(true).check(classes)));
    }

    private static ArchRule nullMarked() {
        return classes().should(new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        });
    }

    private static ArchRule tellingNames() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl");
    }

    private static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith(oneOf(INJECTING)).as("nothing is injected into fields");
    }

    private static ArchRule noComponentScan() {
        return noClasses().should().beAnnotatedWith(oneOf(SCANNED)).as("beans are named, not scanned for");
    }

    private static ArchRule noConditions() {
        return methods()
                .should()
                .notBeMetaAnnotatedWith(Conditional.class)
                .as("no setting decides which beans there are: a native executable has those of when it was built");
    }

    private static ArchRule nestedSettings() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(ConfigurationProperties.class)
                .and()
                .haveRawType(DescribedPredicate.describe(
                        "a record of settings", type -> type.isRecord() && type.isTopLevelClass()))
                .should()
                .beAnnotatedWith(NestedConfigurationProperty.class)
                .as("settings within settings say so: a native executable cannot bind them otherwise");
    }

    private static ArchRule jsonAsTrees() {
        return noClasses()
                .should()
                .callMethodWhere(calls(
                        "binds JSON",
                        ObjectMapper.class,
                        "readValue|treeToValue|convertValue|valueToTree|updateValue|reader(For|ForUpdating)"))
                .as("JSON is read and written as trees: a record that is bound to it lacks its hint in a native"
                        + " executable");
    }

    private static ArchRule noStandardOutput() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .as("nothing is printed");
    }

    private static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethodWhere(calls("sleeps", Thread.class, "sleep"))
                .as("nobody sleeps");
    }

    private static ArchRule nobodyBlocksOrForgets(Class<?>... maySubscribe) {
        String[] allowed = Arrays.stream(maySubscribe).map(Class::getName).toArray(String[]::new);
        return noClasses()
                .that(DescribedPredicate.not(nameMatching(String.join("|", allowed))))
                .should()
                .callMethodWhere(calls("blocks or forgets", Publisher.class, "block.*|subscribe|toIterable|toStream"))
                .as("nobody blocks, nor subscribes to what nobody waits for");
    }

    private static DescribedPredicate<JavaCall<?>> calls(String description, Class<?> owner, String methods) {
        return DescribedPredicate.describe(
                description,
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getTarget().getName().matches(methods));
    }

    private static DescribedPredicate<JavaAnnotation<?>> oneOf(Set<String> names) {
        return DescribedPredicate.describe(
                "one of " + names,
                annotation -> names.contains(annotation.getRawType().getName()));
    }
}
