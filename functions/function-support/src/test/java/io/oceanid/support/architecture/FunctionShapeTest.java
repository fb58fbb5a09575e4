package io.oceanid.support.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FunctionShapeTest {

    @ParameterizedTest
    @ValueSource(classes = {Lossless.class, LosslessClass.class})
    void theShapesThatLoseNothingPass(Class<?> sample) {
        assertThatNoException().isThrownBy(() -> check(FunctionShape.ofBeans(), sample));
        assertThatNoException().isThrownBy(() -> check(FunctionShape.ofClasses(), sample));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ConsumerOfMono.class,
                ConsumerOfFlux.class,
                ConsumerOfValue.class,
                FluxToFlux.class,
                FluxToMono.class,
                FluxOfMessagesToValue.class,
                MessageToMono.class,
                MonoToFlux.class,
                ValueToValue.class,
                Raw.class,
                OfSupplier.class,
                OfTwo.class,
                Registration.class,
                ReturnsLossyClass.class
            })
    void aBeanOfALossyShapeIsFound(Class<?> sample) {
        assertThat(FunctionShape.ofBeans()
                        .evaluate(new ClassFileImporter().importClasses(sample))
                        .getFailureReport()
                        .getDetails())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {LossyClass.class, LossyChild.class, BothClass.class})
    void aClassOfALossyShapeIsFound(Class<?> sample) {
        assertThat(FunctionShape.ofClasses()
                        .evaluate(new ClassFileImporter().importClasses(sample))
                        .getFailureReport()
                        .getDetails())
                .hasSize(1);
    }

    private static void check(ArchRule rule, Class<?> sample) {
        rule.check(new ClassFileImporter().importClasses(sample));
    }

    static final class Lossless {
        @Bean
        Function<Mono<String>, Mono<Integer>> values() {
            return in -> in.map(String::length);
        }

        @Bean
        Function<Mono<Message<String>>, Mono<Void>> message() {
            return Mono::then;
        }

        @Bean
        Function<Flux<Message<String>>, Mono<Void>> sink() {
            return Flux::then;
        }

        @Bean
        Runnable noFunction() {
            return () -> {};
        }

        Consumer<String> noBean() {
            return _ -> {};
        }
    }

    static class LosslessClass implements Function<Mono<String>, Mono<String>> {
        @Override
        public Mono<String> apply(Mono<String> in) {
            return in;
        }
    }

    static final class ConsumerOfMono {
        @Bean
        Consumer<Mono<String>> bean() {
            return _ -> {};
        }
    }

    static final class ConsumerOfFlux {
        @Bean
        Consumer<Flux<Message<String>>> bean() {
            return _ -> {};
        }
    }

    static final class ConsumerOfValue {
        @Bean
        Consumer<String> bean() {
            return _ -> {};
        }
    }

    static final class FluxToFlux {
        @Bean
        Function<Flux<String>, Flux<Integer>> bean() {
            return in -> in.map(String::length);
        }
    }

    static final class FluxToMono {
        @Bean
        Function<Flux<String>, Mono<Void>> bean() {
            return Flux::then;
        }
    }

    static final class FluxOfMessagesToValue {
        @Bean
        Function<Flux<Message<String>>, Mono<Long>> bean() {
            return Flux::count;
        }
    }

    static final class MessageToMono {
        @Bean
        Function<Message<String>, Mono<Void>> bean() {
            return _ -> Mono.empty();
        }
    }

    static final class MonoToFlux {
        @Bean
        Function<Mono<String>, Flux<String>> bean() {
            return Mono::flux;
        }
    }

    static final class ValueToValue {
        @Bean
        Function<String, Integer> bean() {
            return String::length;
        }
    }

    @SuppressWarnings("rawtypes")
    static final class Raw {
        @Bean
        Function bean() {
            return in -> in;
        }
    }

    static final class OfSupplier {
        @Bean
        Supplier<Flux<String>> bean() {
            return Flux::empty;
        }
    }

    static final class OfTwo {
        @Bean
        BiFunction<Mono<String>, Mono<String>, Mono<String>> bean() {
            return (first, _) -> first;
        }
    }

    static final class Registration {
        @Bean
        FunctionRegistration<Function<Mono<String>, Mono<String>>> bean() {
            return new FunctionRegistration<>(in -> in, "bean");
        }
    }

    static final class ReturnsLossyClass {
        @Bean
        LossyClass bean() {
            return new LossyClass();
        }
    }

    static class LossyClass implements Function<Flux<String>, Flux<String>> {
        @Override
        public Flux<String> apply(Flux<String> in) {
            return in;
        }
    }

    static class LossyChild extends LossyClass {}

    @SuppressWarnings("overloads") // that is what makes it a lossy shape
    static final class BothClass extends LosslessClass implements Consumer<String> {
        @Override
        public void accept(String in) {}
    }
}
