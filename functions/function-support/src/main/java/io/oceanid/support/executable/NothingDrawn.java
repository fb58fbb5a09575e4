package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.awt.image.ColorModel;

/**
 * PDFBox has an image made whether or not one is drawn, which asks for AWT's native libraries, and goes on where there are
 * none. A build leaves them beside the executable, and they end a process that has none of the classes they ask for.
 */
@TargetClass(ColorModel.class)
final class NothingDrawn {

    private NothingDrawn() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // takes the place of the method of that name
    static void loadLibraries() {
        throw new UnsatisfiedLinkError("an executable draws nothing");
    }
}
