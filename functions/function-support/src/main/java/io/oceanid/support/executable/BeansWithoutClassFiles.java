package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Spring reads class files where it looks for beans, which is done when an executable is built. One holds no reader of them. */
@TargetClass(className = "org.springframework.core.type.classreading.MetadataReaderFactoryDelegate")
final class BeansWithoutClassFiles {

    private BeansWithoutClassFiles() {}

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    static MetadataReaderFactory create(@Nullable ResourceLoader loader) {
        throw new UnsupportedOperationException("an executable has no class files");
    }

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    static MetadataReaderFactory create(@Nullable ClassLoader loader) {
        throw new UnsupportedOperationException("an executable has no class files");
    }
}
