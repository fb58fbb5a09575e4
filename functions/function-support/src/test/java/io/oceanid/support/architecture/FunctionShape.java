package io.oceanid.support.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shapes that Spring Cloud Function runs without losing an error or an event: {@code Function<Mono<T>, Mono<R>>} and
 * {@code Function<Flux<Message<T>>, Mono<Void>>}. All others answer before the work is done, or swallow what fails, or
 * do not run it at all.
 */
final class FunctionShape {

    /** Whatever Spring Cloud Function takes for a function. */
    private static final List<Class<?>> FUNCTIONS = List.of(
            Function.class,
            Consumer.class,
            Supplier.class,
            BiFunction.class,
            BiConsumer.class,
            FunctionRegistration.class);

    private FunctionShape() {}

    static ArchRule ofBeans() {
        return methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should(new ArchCondition<>("be of a function shape that loses nothing") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        judge(method.getFullName(), ResolvableType.forMethodReturnType(method.reflect()), events);
                    }
                })
                .allowEmptyShould(true);
    }

    /** Beans are made of classes too, by import or by a method that returns the class itself. */
    static ArchRule ofClasses() {
        return classes().should(new ArchCondition<>("be of a function shape that loses nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                judge(type.getFullName(), ResolvableType.forClass(type.reflect()), events);
            }
        });
    }

    static boolean losesNothing(ResolvableType type) {
        if (FUNCTIONS.stream().noneMatch(function -> isA(function, type))) {
            return true;
        }
        if (FUNCTIONS.stream().skip(1).anyMatch(function -> isA(function, type))) {
            return false;
        }
        ResolvableType in = type.as(Function.class).getGeneric(0);
        ResolvableType out = type.as(Function.class).getGeneric(1);
        boolean messagesIn = in.resolve() == Flux.class && in.getGeneric(0).resolve() == Message.class;
        boolean nothingOut = out.resolve() == Mono.class && out.getGeneric(0).resolve() == Void.class;
        return (in.resolve() == Mono.class && out.resolve() == Mono.class) || (messagesIn && nothingOut);
    }

    private static boolean isA(Class<?> function, ResolvableType type) {
        return !type.as(function).equals(ResolvableType.NONE);
    }

    private static void judge(String name, ResolvableType type, ConditionEvents events) {
        if (!losesNothing(type)) {
            events.add(SimpleConditionEvent.violated(name, name + " is a " + type));
        }
    }
}
