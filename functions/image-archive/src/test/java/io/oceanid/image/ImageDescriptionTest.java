package io.oceanid.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageDescriptionTest {

    private static final List<String> WHOLE = List.of(
            "--name=example.org/sink:1",
            "--layer=root",
            "--entrypoint=/sink",
            "--user=65532",
            "--owned=/data",
            "--architecture=amd64",
            "--created=2026-11-23T00:00:00Z",
            "--output=image.tar");

    @Test
    void whatIsBelowAnOwnedFolderIsOwnedAndWhatOnlyBeginsLikeItIsNot() {
        ImageDescription description = ImageDescription.of(WHOLE);

        assertThat(description.isOwned("/data")).isTrue();
        assertThat(description.isOwned("/data/file")).isTrue();
        assertThat(description.isOwned("/database")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--user=0,--user is root",
        "--name=localhost:5000/sink,--name has no tag",
        "--name=example.org/Sink:1,--name is none that a registry takes",
        "--colour=red,unknown: --colour",
        "--env=HOME,not name=value",
        "sink,not --name"
    })
    void whatIsWrongIsNamed(String argument, String message) {
        List<String> arguments = new ArrayList<>(WHOLE);
        List.of("--user=", "--name=")
                .forEach(once -> arguments.removeIf(given -> argument.startsWith(once) && given.startsWith(once)));
        arguments.add(argument);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageDescription.of(arguments))
                .withMessageContaining(message);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageDescription.of(WHOLE.subList(1, WHOLE.size())))
                .withMessageContaining("--name");
    }
}
