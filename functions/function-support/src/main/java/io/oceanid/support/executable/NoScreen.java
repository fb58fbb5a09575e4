package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;

/** What is drawn on would be an X server's, by libraries that an executable does not have ({@link NothingDrawn}). */
@TargetClass(className = "sun.awt.PlatformGraphicsInfo")
final class NoScreen {

    private NoScreen() {}

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    static GraphicsEnvironment createGE() {
        throw new AWTError("an executable draws nothing");
    }
}
