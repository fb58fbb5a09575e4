package io.oceanid.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void anExecutableAndAFolderOfItsOwn() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("sink"), "executable");
        Files.setPosixFilePermissions(root.resolve("sink"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/file"), "data");
        Files.setPosixFilePermissions(root.resolve("data"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theSameInputMakesTheSameBytes() throws Exception {
        String first = write("first.tar");
        Files.setLastModifiedTime(folder.resolve("root/sink"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        String second = write("second.tar");

        assertThat(second).isEqualTo(first).startsWith("sha256:");
        assertThat(folder.resolve("second.tar")).hasSameBinaryContentAs(folder.resolve("first.tar"));
    }

    @Test
    void anotherExecutableMakesAnotherDigest() throws Exception {
        String first = write("first.tar");
        Files.writeString(folder.resolve("root/sink"), "another");

        assertThat(write("second.tar")).isNotEqualTo(first);
    }

    @Test
    void theArchiveIsAnOciLayoutWithTheNameOfTheImage() throws Exception {
        String digest = write("image.tar");

        Map<String, byte[]> files = contents(Files.newInputStream(folder.resolve("image.tar")));
        assertThat(files).containsKeys("oci-layout", "index.json", "blobs/sha256/" + digest.substring(7));
        assertThat(text(files, "index.json")).contains(digest, "example.org/sink:1");
    }

    @Test
    void theImageRunsAsItsUserAndSaysWhatItIs() throws Exception {
        write("image.tar");

        assertThat(contents(Files.newInputStream(folder.resolve("image.tar"))).values())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filteredOn(text -> text.contains("rootfs"))
                .singleElement()
                .asString()
                .contains("\"User\":\"65532:65532\"", "\"Entrypoint\":[\"/sink\"]", "\"architecture\":\"arm64\"")
                .contains("\"org.opencontainers.image.title\":\"sink\"", "\"Env\":[\"HOME=/data\"]");
    }

    @Test
    void theOnlyLayerHasWhatIsInTheFolderAndNoShell() throws Exception {
        write("image.tar");

        List<TarArchiveEntry> entries = entriesOfTheLayer();
        assertThat(entries)
                .extracting(TarArchiveEntry::getName)
                .containsExactlyInAnyOrder("data/", "data/file", "sink");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.getModTime()).isEqualTo(CREATED));
    }

    @Test
    void permissionsStayAndOnlyWhatIsOwnedBelongsToTheUser() throws Exception {
        write("image.tar");

        assertThat(entriesOfTheLayer()).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isEqualTo(entry.getName().startsWith("data/") ? 65532 : 0);
            assertThat(entry.getMode() & 0777)
                    .isEqualTo(
                            switch (entry.getName()) {
                                case "sink" -> 0755;
                                case "data/" -> 0700;
                                default ->
                                    Files.getPosixFilePermissions(folder.resolve("root/data/file"))
                                                    .contains(java.nio.file.attribute.PosixFilePermission.GROUP_WRITE)
                                            ? 0664
                                            : 0644;
                            });
        });
    }

    private String write(String output) throws Exception {
        return new ImageArchive(ImageDescription.of(List.of(
                        "--name=example.org/sink:1",
                        "--layer=" + folder.resolve("root"),
                        "--entrypoint=/sink",
                        "--user=65532",
                        "--owned=/data",
                        "--env=HOME=/data",
                        "--label=org.opencontainers.image.title=sink",
                        "--architecture=arm64",
                        "--created=" + CREATED,
                        "--output=" + folder.resolve(output))))
                .write();
    }

    private List<TarArchiveEntry> entriesOfTheLayer() throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        for (byte[] file :
                contents(Files.newInputStream(folder.resolve("image.tar"))).values()) {
            if (file.length > 2 && file[0] == 0x1f && (file[1] & 0xff) == 0x8b) {
                try (var layer = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(file)))) {
                    for (TarArchiveEntry entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
                        entries.add(entry);
                    }
                }
            }
        }
        return entries;
    }

    private static Map<String, byte[]> contents(InputStream archive) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (var tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                contents.put(entry.getName(), tar.readAllBytes());
            }
        }
        return contents;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
