package io.oceanid.bootstrapper.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives each work a folder of its own, and takes it away when the work is done, fails or is cancelled. */
public final class Folders {

    private static final Logger log = LoggerFactory.getLogger(Folders.class);
    private static final int TRIES = 3;

    private final Path parent;

    /** @param parent where the folders are made */
    public Folders(Path parent) {
        this.parent = parent;
    }

    /** Does a work in a folder. */
    public <T> Mono<T> with(Function<Path, Mono<T>> work) {
        return Mono.usingWhen(created(), work, Folders::deleted);
    }

    private Mono<Path> created() {
        return Mono.fromCallable(() -> Files.createTempDirectory(Files.createDirectories(parent), "oceanid-import-"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<Void> deleted(Path folder) {
        return Mono.<Void>fromRunnable(() -> delete(folder)).subscribeOn(Schedulers.boundedElastic());
    }

    private static void delete(Path folder) {
        try {
            for (int number = 1; number < TRIES; number++) {
                try {
                    Files.walkFileTree(folder, new Deleting());
                    return;
                } catch (DirectoryNotEmptyException _) {
                    // what was cancelled put something down meanwhile
                }
            }
            Files.walkFileTree(folder, new Deleting());
        } catch (IOException | UncheckedIOException e) {
            log.warn("a temporary folder cannot be deleted: {}", e.getMessage());
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
