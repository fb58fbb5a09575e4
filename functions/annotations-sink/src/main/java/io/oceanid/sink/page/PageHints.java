package io.oceanid.sink.page;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** The files are read by name, so a native executable has to be told of them. */
final class PageHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        for (PageFile.Kind kind : PageFile.Kind.values()) {
            hints.resources().registerPattern("io/oceanid/sink/page/*." + kind.ending());
        }
    }
}
