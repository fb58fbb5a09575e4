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
                .registerPattern("ch/qos/logback/*/logback-*-version.properties")
                // Spring Cloud Function brings Joda-Time, which reads its zones whether or not it is used
                .registerPattern("org/joda/time/tz/data/ZoneInfoMap")
                .registerPattern("org/joda/time/tz/data/Etc/UTC");
    }
}
