package io.oceanid.local;

import io.oceanid.local.failure.CannotRunException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the user asked for; {@code scripts/local --help} explains it.
 *
 * @param folder the data folder
 */
record Options(Path folder, boolean fresh, boolean demo, boolean once) {

    private static final String FOLDER = "--folder=";
    private static final Set<String> SWITCHES = Set.of("--fresh", "--demo", "--once");

    static Options parse(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        Set<String> unknown = new HashSet<>(all);
        unknown.removeAll(SWITCHES);
        unknown.removeIf(argument -> argument.startsWith(FOLDER));
        if (!unknown.isEmpty()) {
            throw new CannotRunException("unknown: " + String.join(" ", unknown) + " (--help tells what there is)");
        }
        if (all.contains("--once") && !all.contains("--demo")) {
            throw new CannotRunException("--once goes with --demo only");
        }
        Path folder = all.stream()
                .filter(argument -> argument.startsWith(FOLDER))
                .map(argument -> Path.of(argument.substring(FOLDER.length())))
                .findFirst()
                .orElse(Path.of(".oceanid"));
        return new Options(folder, all.contains("--fresh"), all.contains("--demo"), all.contains("--once"));
    }
}
