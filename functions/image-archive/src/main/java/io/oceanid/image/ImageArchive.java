package io.oceanid.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Writes an OCI image from scratch into a file, without a daemon or a registry. The same input makes the same bytes. */
public final class ImageArchive {

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
        } catch (IllegalArgumentException | InvalidImageReferenceException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @return the digest of the image's manifest */
    String write() throws IOException, InterruptedException, ExecutionException, InvalidImageReferenceException {
        JibContainerBuilder image = Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform(description.architecture(), "linux")))
                .setCreationTime(description.created())
                .setUser(description.user() + ":" + description.user())
                .setEnvironment(description.environment())
                .setLabels(description.labels())
                .setEntrypoint(description.entrypoint());
        for (Path folder : description.layers()) {
            image.addFileEntriesLayer(layer(folder));
        }
        Path cache = Files.createTempDirectory("image-archive");
        try {
            JibContainer container = image.containerize(
                    Containerizer.to(TarImage.at(description.output()).named(description.name()))
                            .setBaseImageLayersCache(cache)
                            .setApplicationLayersCache(cache)
                            .setOfflineMode(true));
            return container.getDigest().toString();
        } catch (com.google.cloud.tools.jib.api.RegistryException
                | com.google.cloud.tools.jib.api.CacheDirectoryCreationException e) {
            throw new IOException(e);
        } finally {
            delete(cache);
        }
    }

    private FileEntriesLayer layer(Path folder) throws IOException {
        FileEntriesLayer.Builder layer =
                FileEntriesLayer.builder().setName(folder.getFileName().toString());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !file.equals(folder)).sorted().toList()) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                layer.addEntry(
                        file,
                        AbsoluteUnixPath.get(path),
                        FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(file)),
                        description.created(),
                        description.isOwned(path) ? description.user() + ":" + description.user() : "");
            }
        }
        return layer.build();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
