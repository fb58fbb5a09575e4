package io.oceanid.adapter.labelconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelConfigsTest {

    private final LabelConfigs configs = new LabelConfigs(2);

    @Test
    void aConfigIsReadOnce() {
        assertThat(configs.of(config("a"))).isSameAs(configs.of(config("a")));
    }

    @Test
    void theOneUsedLongestAgoMakesRoom() {
        LabelConfig a = configs.of(config("a"));
        LabelConfig b = configs.of(config("b"));
        configs.of(config("a"));
        configs.of(config("c"));
        assertThat(configs.of(config("a"))).isSameAs(a);
        assertThat(configs.of(config("b"))).isNotSameAs(b).isEqualTo(b);
    }

    @Test
    void anInvalidOneIsInvalidEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(InvalidLabelConfigException.class).isThrownBy(() -> configs.of("<View>"));
        }
    }

    @Test
    void aVeryLongOneIsNotKept() {
        String xml = config("x".repeat(70_000));
        assertThat(configs.of(xml)).isNotSameAs(configs.of(xml)).isEqualTo(configs.of(xml));
    }

    @Test
    void callersAtOnceGetTheSame() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<LabelConfig> call = () -> configs.of(config("a"));
            List<Future<LabelConfig>> answers =
                    threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> call).toList());
            Set<Integer> distinct = answers.stream()
                    .map(Future::resultNow)
                    .map(System::identityHashCode)
                    .collect(Collectors.toSet());
            assertThat(distinct).hasSize(1);
        }
    }

    private static String config(String label) {
        return "<View><Labels name='l' toName='t'><Label value='" + label
                + "'/></Labels><Text name='t' value='$t'/></View>";
    }
}
