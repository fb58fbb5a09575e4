package io.oceanid.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} has every setting of every function, as the code reads and explains it. */
class SettingsDocumentTest {

    private static final Path FUNCTIONS = Path.of("..");
    private static final Path FILE = Path.of("../../docs/settings.md");

    /** Module and the name it has in the table. */
    private static final Map<String, String> NAMES = Map.of(
            "annotations-sink", "sink",
            "ls-triton-adapter", "adapter",
            "project-bootstrapper", "bootstrapper",
            "label-studio-source", "source");

    /** What Spring Boot itself reads, and the migration without it. */
    private static final Map<Setting, Set<String>> OTHERS = Map.of(
            new Setting(
                    "logging.structured.format.console",
                    "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                    "",
                    "`ecs` for lines of JSON, which they are on Kubernetes by themselves"),
            Set.copyOf(NAMES.values()),
            new Setting(
                    "spring.lifecycle.timeout-per-shutdown-phase",
                    null,
                    "20s",
                    "how long a function that was told to end goes on with what it has taken"),
            Set.copyOf(NAMES.values()),
            new Setting(
                    "",
                    "DATABASE_URL",
                    "",
                    "`postgresql://user:password@host:port/database` of a user that may make a schema"),
            Set.of("migration"),
            new Setting("", "SINK_ROLE", "", "the role that the sink logs in with, which is given its rights"),
            Set.of("migration"));

    private static final String HEAD = """
        # Settings

        Every setting of every function, made of the code by `SettingsDocumentTest`; the build fails where the two differ. Each is an
        environment variable. Those that have a property can also be given as an argument, `--oceanid.sink.commits=3`, or
        in a file that Spring Boot reads. Durations are like `700ms`, `10s`, `5m`; sizes like `16MB`. A setting that makes no sense stops
        the start with one line that names it.

        """;

    @Test
    void theTableHasEverySetting() throws IOException {
        String text = document();
        if ("write".equals(System.getProperty("settings"))) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("run this test with -Dsettings=write, and look at what changed")
                .hasContent(text);
    }

    private static String document() throws IOException {
        Map<Setting, Set<String>> readers = new HashMap<>(OTHERS);
        for (String module : NAMES.keySet()) {
            settings(module)
                    .forEach(setting -> readers.computeIfAbsent(setting, _ -> new TreeSet<>())
                            .add(NAMES.get(module)));
        }
        return HEAD
                + table("Those with names of their own", readers, true)
                + "\n"
                + table("The others", readers, false);
    }

    private static String table(String title, Map<Setting, Set<String>> readers, boolean named) {
        return "## " + title + "\n\n| variable | property | of | default | |\n|---|---|---|---|---|\n"
                + readers.entrySet().stream()
                        .filter(entry -> entry.getKey().isNamed() == named)
                        .sorted(Comparator.comparing((Map.Entry<Setting, Set<String>> entry) -> named
                                        ? entry.getKey().name()
                                        : entry.getKey().property())
                                .thenComparing(entry -> String.join(",", new TreeSet<>(entry.getValue()))))
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(Setting setting, Set<String> readers) {
        String of = readers.containsAll(NAMES.values()) ? "all" : String.join(", ", new TreeSet<>(readers));
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        code(setting.property()),
                        of,
                        setting.standard().startsWith("`") ? setting.standard() : code(setting.standard()),
                        setting.meaning().replace("|", "\\|"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static Stream<Setting> settings(String module) throws IOException {
        Map<String, Placeholder> placeholders = new HashMap<>();
        placeholders.putAll(Placeholder.of("../function-support/src/main/resources/io/oceanid/support/function.yaml"));
        placeholders.putAll(Placeholder.of("../" + module + "/src/main/resources/application.yaml"));
        List<SettingsRecord> records = records(module);
        Map<Class<?>, SettingsRecord> all =
                records.stream().collect(Collectors.toMap(SettingsRecord::type, Function.identity()));
        List<Setting> settings = records.stream()
                .flatMap(each -> {
                    String prefix = each.prefix();
                    return prefix == null ? Stream.empty() : each.settings(prefix, all, placeholders);
                })
                .collect(Collectors.toCollection(ArrayList::new));
        Placeholder port = Objects.requireNonNull(placeholders.get("server.port"));
        settings.add(new Setting("server.port", port.variable(), port.standard(), "to listen at"));
        assertThat(settings)
                .as("variables that the settings files of " + module + " name")
                .extracting(Setting::name)
                .containsAll(placeholders.values().stream()
                        .map(Placeholder::variable)
                        .toList());
        return settings.stream();
    }

    /** Those in the module, and in the modules that it imports them from. */
    private static List<SettingsRecord> records(String module) throws IOException {
        boolean imports = sources(module).stream().anyMatch(file -> contains(file, "LabelStudioConfiguration.class"));
        return Stream.of(sources(module), sources("function-support"), sources("label-studio-client"))
                .flatMap(List::stream)
                .filter(file ->
                        file.getFileName().toString().endsWith("Properties.java") && contains(file, "@DefaultValue"))
                .filter(file ->
                        imports || !file.endsWith(Path.of("labelstudio/configuration/LabelStudioProperties.java")))
                .map(SettingsRecord::of)
                .toList();
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(FUNCTIONS.resolve(module).resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
