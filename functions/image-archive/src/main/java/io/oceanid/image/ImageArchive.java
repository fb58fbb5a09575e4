package io.oceanid.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an image from scratch into a file, as an OCI layout in a tar, without a daemon or a registry. The same input makes
 * the same bytes.
 */
public final class ImageArchive {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final byte[] LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final ImageDescription description;

    ImageArchive(ImageDescription description) {
        this.description = description;
    }

    /**
     * Writes one, and prints the digest of its manifest.
     *
     * @param arguments {@code --name=value} of each part of {@link ImageDescription}, lists by repetition ({@code layer},
     *     {@code entrypoint}, {@code owned}, {@code env}, {@code label})
     */
    public static void main(String[] arguments) throws Exception {
        try {
            System.out.println(new ImageArchive(ImageDescription.of(List.of(arguments))).write());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @return the digest of the image's manifest */
    String write() throws IOException {
        List<Layer> layers = new ArrayList<>();
        for (Path folder : description.layers()) {
            layers.add(Layer.of(folder, description));
        }
        Blob configuration = json(Configuration.MEDIA_TYPE, Configuration.of(description, layers));
        Blob manifest = json(
                Manifest.MEDIA_TYPE,
                new Manifest(
                        configuration.descriptor(Map.of()),
                        layers.stream()
                                .map(layer -> layer.blob().descriptor(Map.of()))
                                .toList()));
        try (OutputStream file = Files.newOutputStream(description.output());
                TarArchiveOutputStream archive = new TarArchiveOutputStream(file)) {
            put(archive, "oci-layout", LAYOUT);
            put(archive, "index.json", JSON.writeValueAsBytes(new Index(manifest.descriptor(names()))));
            for (Layer layer : layers) {
                put(archive, layer.blob());
            }
            put(archive, configuration);
            put(archive, manifest);
        }
        return manifest.digest();
    }

    /** By which those who load the archive name the image: containerd by all of it, others by its tag. */
    private Map<String, String> names() {
        return Map.of(
                "io.containerd.image.name", description.name(),
                "org.opencontainers.image.ref.name", description.tag());
    }

    private void put(TarArchiveOutputStream archive, Blob blob) throws IOException {
        put(archive, "blobs/" + blob.digest().replace(':', '/'), blob.content());
    }

    private void put(TarArchiveOutputStream archive, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setModTime(description.created().toEpochMilli());
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }

    private static Blob json(String mediaType, Object content) {
        return new Blob(mediaType, JSON.writeValueAsBytes(content));
    }
}
