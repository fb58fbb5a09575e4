package io.oceanid.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

        JsonNode manifest = image();
        assertThat(json(file("oci-layout")).path("imageLayoutVersion").asString())
                .isEqualTo("1.0.0");
        assertThat(manifest.path("digest").asString()).isEqualTo(digest);
        assertThat(manifest.path("annotations").path("io.containerd.image.name").asString())
                .isEqualTo("example.org/sink:1");
        assertThat(manifest.path("annotations")
                        .path("org.opencontainers.image.ref.name")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void theImageRunsAsItsUserAndSaysWhatItIs() throws Exception {
        write("image.tar");

        JsonNode manifest = json(blob(image()));
        assertThat(json(blob(manifest.path("config"))))
                .isEqualTo(json("""
                    {"architecture": "arm64", "os": "linux", "created": "2026-11-23T00:00:00Z",
                     "config": {"User": "65532:65532", "Entrypoint": ["/sink"], "Env": ["HOME=/data"],
                                "Labels": {"org.opencontainers.image.title": "sink"}},
                     "rootfs": {"type": "layers", "diff_ids": ["%s"]}}\
                    """.formatted(Blob.digest(layer())).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNamedSaysHowItIsWritten() throws Exception {
        write("image.tar");

        JsonNode named = image();
        JsonNode manifest = json(blob(named));
        assertThat(List.of(
                        named,
                        manifest,
                        manifest.path("config"),
                        manifest.path("layers").path(0)))
                .extracting(node -> node.path("mediaType").asString())
                .containsExactly(
                        "application/vnd.oci.image.manifest.v1+json",
                        "application/vnd.oci.image.manifest.v1+json",
                        "application/vnd.oci.image.config.v1+json",
                        "application/vnd.oci.image.layer.v1.tar+zstd");
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
        try (var layer = new TarArchiveInputStream(new ByteArrayInputStream(layer()))) {
            for (TarArchiveEntry entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private byte[] layer() throws IOException {
        JsonNode layers = json(blob(image())).path("layers");
        assertThat(layers).hasSize(1);
        try (var tar = new ZstdInputStream(new ByteArrayInputStream(blob(layers.path(0))))) {
            return tar.readAllBytes();
        }
    }

    /** @return what the index says of the only image */
    private JsonNode image() throws IOException {
        return json(file("index.json")).path("manifests").path(0);
    }

    /** @return what a descriptor names, if it is as that says */
    private byte[] blob(JsonNode descriptor) throws IOException {
        String digest = descriptor.path("digest").asString();
        byte[] content = file("blobs/" + digest.replace(':', '/'));
        assertThat(content).hasSize(descriptor.path("size").asInt());
        assertThat(Blob.digest(content)).isEqualTo(digest);
        return content;
    }

    private byte[] file(String name) throws IOException {
        try (var archive = new TarArchiveInputStream(Files.newInputStream(folder.resolve("image.tar")))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return archive.readAllBytes();
                }
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static JsonNode json(byte[] content) {
        return JsonMapper.shared().readTree(content);
    }
}
