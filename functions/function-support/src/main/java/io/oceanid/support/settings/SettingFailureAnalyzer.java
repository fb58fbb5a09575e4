package io.oceanid.support.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Names the setting that stops the start, by its environment variable where it has one. Never its value, which may hold
 * a password.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}].*");

    private final Environment environment;

    SettingFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        BeanInstantiationException refused = findCause(cause, BeanInstantiationException.class);
        // a properties record that refuses what it is given says itself which it is
        String description = refused != null && refused.getCause() instanceof IllegalArgumentException own
                ? String.valueOf(own.getMessage())
                : unreadable(cause);
        return new FailureAnalysis(description, null, rootFailure);
    }

    private String unreadable(BindException cause) {
        String property = cause.getName().toString();
        String variable = variableOf(property);
        return (variable == null ? property : variable + " (" + property + ")")
                + " cannot be read as "
                + cause.getTarget().getType().toClass().getSimpleName();
    }

    /** The variable that the configuration takes a property from. */
    private @Nullable String variableOf(String property) {
        if (environment instanceof ConfigurableEnvironment configurable) {
            for (PropertySource<?> source : configurable.getPropertySources()) {
                Object value = source.getProperty(property);
                // the first source is a view of all the others, with placeholders as they stand
                if (value != null) {
                    Matcher variable = VARIABLE.matcher(value.toString());
                    return variable.matches() ? variable.group(1) : null;
                }
            }
        }
        return null;
    }
}
