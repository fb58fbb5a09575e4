package io.oceanid.bootstrapper.uploads;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts files into a folder, under names of its own. */
record FileFolder(Path folder, AtomicInteger files) {

    FileFolder(Path folder) {
        this(folder, new AtomicInteger());
    }

    /** A file that is not there yet. */
    UploadedFile next(String name) {
        return new UploadedFile(name, folder.resolve("file-" + files.incrementAndGet()));
    }

    /** Writes a file as it comes, with as little in memory as the disk is behind. */
    Mono<UploadedFile> write(String name, Flux<DataBuffer> content) {
        return Mono.defer(() -> {
            UploadedFile file = next(name);
            return DataBufferUtils.write(content, file.path(), CREATE_NEW, WRITE)
                    .thenReturn(file)
                    .subscribeOn(Schedulers.boundedElastic());
        });
    }
}
