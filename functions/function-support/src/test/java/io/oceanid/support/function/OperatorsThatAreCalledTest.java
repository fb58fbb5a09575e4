package io.oceanid.support.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;
import org.springframework.cloud.function.context.FunctionTypeProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OperatorsThatAreCalledTest {

    private final RuntimeHints hints = new RuntimeHints();

    @ParameterizedTest
    @ValueSource(classes = {Flux.class, Mono.class})
    void allMethodsAreRegisteredInBuildsAlone(Class<?> type) {
        hints.reflection().registerType(type, MemberCategory.INVOKE_DECLARED_METHODS);
        new OperatorsThatAreCalled().registerHints(hints, null);

        TypeHint hint = Objects.requireNonNull(hints.reflection().getTypeHint(type));
        assertThat(hint.getMemberCategories()).containsExactly(MemberCategory.INVOKE_DECLARED_METHODS);
        assertThat(hint.getReachableType()).isEqualTo(TypeReference.of(FunctionTypeProcessor.class));
    }
}
