package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Netty frees the memory of its buffers by shared arenas where there are any. An executable has none that can be closed, so
 * that it is freed with the buffers, by the garbage collector.
 */
@TargetClass(className = "io.netty.util.internal.CleanerJava25")
final class BuffersByCollector {

    private BuffersByCollector() {}

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    static boolean isSupported() {
        return false;
    }
}
