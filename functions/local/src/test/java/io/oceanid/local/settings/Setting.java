package io.oceanid.local.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a function.
 *
 * @param property as Spring Boot has it
 * @param variable the environment variable that names it by itself; null for none
 * @param standard what holds unless it is set; empty for nothing
 */
record Setting(String property, @Nullable String variable, String standard, String meaning) {

    /** Every property is an environment variable too, by Spring Boot's rule. */
    String name() {
        return variable == null
                ? property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_')
                : variable;
    }

    boolean isNamed() {
        return variable != null;
    }
}
