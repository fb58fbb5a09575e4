package io.oceanid.local.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says that a run goes on in a data folder. The operating system takes it back when the process ends, however it ends. */
public final class RunLock implements AutoCloseable {

    private final FileChannel file;

    private RunLock(FileChannel file) {
        this.file = file;
    }

    /** Empty where another run holds it. */
    public static Optional<RunLock> acquire(DataFolder folder) {
        try {
            FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(file)) {
                return Optional.of(new RunLock(file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw folder.unusable(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }
}
