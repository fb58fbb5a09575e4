package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/** Who asks a module for its annotations has its class file read. Without that an executable holds no reader of class files. */
@TargetClass(Module.class)
final class ModulesWithoutClassFiles {

    private ModulesWithoutClassFiles() {}

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    private @Nullable Class<?> loadModuleInfoClass() {
        return null;
    }
}
