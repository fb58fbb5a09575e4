package io.oceanid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.failure.CannotRunException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothingIsAskedForByDefault() {
        assertThat(Options.parse()).isEqualTo(new Options(Path.of(".oceanid"), false, false, false));
    }

    @Test
    void everythingCanBeAskedForInAnyOrder() {
        assertThat(Options.parse("--once", "--folder=/a b/.oceanid", "--demo", "--fresh"))
                .isEqualTo(new Options(Path.of("/a b/.oceanid"), true, true, true));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> Options.parse("--demo", "--frehs"))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("unknown: --frehs");
    }

    @Test
    void onceNeedsTheDemo() {
        assertThatThrownBy(() -> Options.parse("--once")).hasMessage("--once goes with --demo only");
    }
}
