package io.oceanid.local.function;

import java.net.URL;
import java.util.Objects;

/**
 * Where a function's own {@code application.yaml} is: beside its classes. Every function's jar has a file of that name
 * in the one class path that they share here, where {@code classpath:} would give each of them the first.
 */
final class OwnConfiguration {

    private OwnConfiguration() {}

    /** As {@code spring.config.location} takes it; from a folder of classes, a jar, or a jar in the fat jar. */
    static String of(Class<?> application) {
        String file = application.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(application.getClassLoader().getResource(file), file);
        String location = url.toString();
        return location.substring(0, location.length() - file.length()) + "application.yaml";
    }
}
