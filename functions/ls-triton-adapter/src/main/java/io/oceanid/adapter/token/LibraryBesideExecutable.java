package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.file.Path;
import org.graalvm.nativeimage.ProcessProperties;

/**
 * The tokenizers' library is a file beside an executable, where the build puts it. DJL's loader would unpack it from the
 * executable into a folder of the user's, and looks for graphics cards before.
 */
@TargetClass(LibUtils.class)
final class LibraryBesideExecutable {

    private LibraryBesideExecutable() {}

    @Substitute
    @SuppressWarnings({"unused", "restricted"}) // takes the place of the method of that name
    private static void loadLibrary() {
        Path executable = Path.of(ProcessProperties.getExecutableName());
        System.load(
                executable.resolveSibling(System.mapLibraryName("tokenizers")).toString());
    }
}
