package io.oceanid.support.idle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.nativeimage.RuntimeOptions;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

/** The memory of a native executable, on Linux. Nothing of this may be called on a JVM. Thread-safe. */
final class ExecutableMemory {

    /** What the collector keeps for the objects to come, in bytes; fewer that were made since are not worth a collection. */
    private static final long KEPT = 1 << 20;

    /** {@code MADV_DONTNEED}: out of the process; what is read again comes from the file, and mostly from the system's cache. */
    private static final int LEAVE = 4;

    /** {@code MADV_COLD}: among the first that the system's cache drops. */
    private static final int COLD = 20;

    private volatile long usedOnceCollected;
    private volatile List<Mapping> code = List.of();

    /**
     * Has the pages of the executable leave, most of which were needed by the start or by the last request alone. Before it,
     * where more than a little was made since the last time, collects garbage and gives the room to the system that a
     * collector would keep for the next objects: that takes some ten milliseconds, and stops all threads for most. Where less
     * was made, as by a probe, the pages that left will soon be read again, and the system's cache need not drop them first.
     */
    void giveBack() {
        if (used() - usedOnceCollected > KEPT) {
            RuntimeOptions.set("MaxHeapFree", KEPT);
            System.gc();
            RuntimeOptions.set("MaxHeapFree", 0L);
            usedOnceCollected = used();
            code = code();
            advise(COLD);
        }
        advise(LEAVE);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** None where the system does not tell, so that all pages stay. */
    private static List<Mapping> code() {
        try {
            String executable =
                    Files.readSymbolicLink(Path.of("/proc/self/exe")).toString();
            return Mapping.of(Files.readAllLines(Path.of("/proc/self/smaps"))).stream()
                    .filter(mapping -> mapping.isCodeAsInItsFile(executable))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** An error is none: the pages stay. */
    private void advise(int advice) {
        for (Mapping mapping : code) {
            PointerBase begin = WordFactory.pointer(mapping.begin());
            UnsignedWord length = WordFactory.unsigned(mapping.end() - mapping.begin());
            madvise(begin, length, advice);
        }
    }

    @CFunction("madvise")
    private static native int madvise(PointerBase begin, UnsignedWord length, int advice);
}
