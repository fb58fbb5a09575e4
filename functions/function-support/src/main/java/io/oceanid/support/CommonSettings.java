package io.oceanid.support;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Has the settings that functions import in a native executable too: Spring takes along only what an application is named after. */
final class CommonSettings implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources()
                .registerPattern("io/oceanid/support/function.yaml")
                // Logback tells on standard output all that it did where it does not know its own version
                .registerPattern("ch/qos/logback/*/logback-*-version.properties");
    }
}
