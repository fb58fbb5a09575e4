package io.oceanid.local.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** An environment variable that a settings file names for a property, and what holds unless it is set. */
record Placeholder(String variable, String standard) {

    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):?(.*)}");

    /** Those of a settings file, by their properties. */
    static Map<String, Placeholder> of(String file) {
        Map<String, Placeholder> placeholders = new HashMap<>();
        for (PropertySource<?> source : load(file)) {
            if (source instanceof EnumerablePropertySource<?> properties) {
                for (String property : properties.getPropertyNames()) {
                    Matcher named = NAMED.matcher(String.valueOf(properties.getProperty(property)));
                    if (named.matches()) {
                        placeholders.put(property, new Placeholder(named.group(1), standard(named.group(2))));
                    }
                }
            }
        }
        return placeholders;
    }

    /** Of several variables that hold for one another, the last one's. */
    private static String standard(String otherwise) {
        Matcher named = NAMED.matcher(otherwise);
        return named.matches() ? "`" + named.group(1) + "`, or else " + named.group(2) : otherwise;
    }

    private static List<PropertySource<?>> load(String file) {
        try {
            return new YamlPropertySourceLoader().load(file, new FileSystemResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
