package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Of a PDF only the text is read. An executable holds none of the JDK's readers and writers of images. */
@TargetClass(className = "javax.imageio.spi.IIORegistry")
final class NoImageDecoded {

    private NoImageDecoded() {}

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    private void registerStandardSpis() {}
}
