package io.oceanid.support.function;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.cloud.function.context.FunctionTypeProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Spring Cloud Function registers each type that a function takes or gives for reflection with all its methods, and so every
 * operator of Reactor, which nothing calls that way. What it registers holds where the class that does so is reached, which
 * is in builds alone: an executable has the operators that are called.
 */
final class OperatorsThatAreCalled implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        TypeReference builds = TypeReference.of(FunctionTypeProcessor.class);
        hints.reflection()
                .registerType(Flux.class, flux -> flux.onReachableType(builds))
                .registerType(Mono.class, mono -> mono.onReachableType(builds));
    }
}
