package io.oceanid.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @Test
    void oneRunAtATimeHoldsTheFolder() throws IOException {
        DataFolder folder = folder();
        RunLock lock = RunLock.acquire(folder).orElseThrow();
        assertThat(RunLock.acquire(folder)).isEmpty();

        lock.close();

        Optional<RunLock> next = RunLock.acquire(folder);
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }

    @Test
    void aRunIsFoundWhileItIsPublished() throws Exception {
        DataFolder folder = folder();
        RunState state = new RunState(
                42,
                URI.create("http://127.0.0.1:8081/"),
                URI.create("http://127.0.0.1:9090/"),
                URI.create("postgresql://oceanid@127.0.0.1:15432/oceanid"));
        assertThat(RunState.read(folder)).isEmpty();

        try (var _ = state.publish(folder)) {
            assertThat(RunState.read(folder)).contains(state);
        }

        assertThat(RunState.read(folder)).isEmpty();
    }

    @Test
    void aLogBeginsEmptyAndKeepsTheOneBefore() throws IOException {
        DataFolder folder = folder();
        Files.writeString(folder.newLog("local"), "first");

        assertThat(folder.newLog("local")).isEmptyFile();
        assertThat(folder.log("previous-local")).hasContent("first");
    }

    @Test
    void theFolderIsForItsUserAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().root())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeIsSaidInOneLine() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.create(file.resolve(".oceanid")))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("cannot write to " + file)
                .message()
                .doesNotContain("\n");
    }

    private DataFolder folder() {
        return DataFolder.create(temporary.resolve(".oceanid"));
    }
}
