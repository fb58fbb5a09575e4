package io.oceanid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.function.Surroundings.LabelStudio;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothingIsAskedForByDefault() {
        assertThat(parse())
                .isEqualTo(
                        new Options(Path.of(".oceanid"), false, false, false, Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void everythingCanBeAskedForInAnyOrder() {
        assertThat(parse("--once", "--folder=/a b/.oceanid", "--demo", "--fresh"))
                .isEqualTo(
                        new Options(Path.of("/a b/.oceanid"), true, true, true, Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> parse("--demo", "--frehs"))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("unknown: --frehs");
    }

    @Test
    void onceNeedsTheDemo() {
        assertThatThrownBy(() -> parse("--once")).hasMessage("--once goes with --demo only");
    }

    @Test
    void aLabelStudioNeedsAUrlAndAToken() {
        assertThat(Options.parse(_ -> " t0ken ", "--label-studio=https://ls.example.org")
                        .labelStudio())
                .contains(new LabelStudio(URI.create("https://ls.example.org"), "t0ken"));
        assertThatThrownBy(() -> parse("--label-studio=https://ls.example.org"))
                .hasMessageStartingWith("LABEL_STUDIO_PAT is not set");
        assertThatThrownBy(() -> Options.parse(_ -> "t0ken", "--label-studio=ls.example.org"))
                .hasMessageStartingWith("--label-studio is no http");
    }

    @Test
    void theDatabaseAloneNeedsAPort() {
        assertThat(parse("--database-only=15433").databaseOnly()).hasValue(15433);
        assertThatThrownBy(() -> parse("--database-only=70000")).hasMessage("--database-only is no port");
    }

    private static Options parse(String... arguments) {
        return Options.parse(_ -> null, arguments);
    }
}
