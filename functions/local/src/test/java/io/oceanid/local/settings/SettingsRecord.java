package io.oceanid.local.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A record of settings, and what its Javadoc says of each. */
record SettingsRecord(Class<?> type, Map<String, String> meanings) {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern PARAMETER =
            Pattern.compile("@param (\\w+) (.*?)(?=\\n \\* @param|\\n \\*/)", Pattern.DOTALL);

    static SettingsRecord of(Path file) {
        try {
            String source = Files.readString(file);
            Matcher named = PACKAGE.matcher(source);
            if (!named.find()) {
                throw new IllegalStateException(file + " is in no package");
            }
            String simple = file.getFileName().toString().replace(".java", "");
            Map<String, String> meanings = new HashMap<>();
            PARAMETER
                    .matcher(source)
                    .results()
                    .forEach(parameter -> meanings.putIfAbsent(parameter.group(1), text(parameter.group(2))));
            return new SettingsRecord(Class.forName(named.group(1) + "." + simple), meanings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null where it is no record of its own, but one within others. */
    @Nullable
    String prefix() {
        ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
        return bound == null ? null : bound.value();
    }

    /** Its settings, below a prefix, with those of the records within it. */
    Stream<Setting> settings(String prefix, Map<Class<?>, SettingsRecord> all, Map<String, Placeholder> placeholders) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String property = prefix + "." + dashed(component.getName());
            SettingsRecord within = all.get(component.getType());
            if (within != null) {
                return within.settings(property, all, placeholders);
            }
            String key = Map.class.isAssignableFrom(component.getType()) ? property + ".<name>" : property;
            Placeholder placeholder = placeholders.get(property);
            return Stream.of(new Setting(
                    key,
                    placeholder == null ? null : placeholder.variable(),
                    placeholder == null ? standard(component) : placeholder.standard(),
                    named(Objects.requireNonNull(
                            meanings.get(component.getName()), () -> type + " says nothing of " + property))));
        });
    }

    /** Settings of the same record by the names that they have outside of Java. */
    private String named(String meaning) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .reduce(meaning, (text, name) -> text.replace("`" + name + "`", "`" + dashed(name) + "`"));
    }

    private String standard(RecordComponent component) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        try {
            DefaultValue standard = type.getDeclaredConstructor(types)
                    .getParameters()[names.indexOf(component.getName())]
                    .getAnnotation(DefaultValue.class);
            return standard == null ? "" : String.join(",", standard.value());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String text(String javadoc) {
        return javadoc.replaceAll("\\n \\* +", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("<code>(.*?)</code>", "`$1`")
                .replaceAll("\\{@link ([^}]*)}", "`$1`")
                .strip();
    }
}
