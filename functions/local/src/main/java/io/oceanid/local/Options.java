package io.oceanid.local;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.function.Surroundings.LabelStudio;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for; {@code scripts/local --help} explains it.
 *
 * @param folder the data folder
 * @param databaseOnly a port, where nothing but the database is to run
 * @param labelStudio one that somebody runs, for the functions to work with
 */
record Options(
        Path folder,
        boolean fresh,
        boolean demo,
        boolean once,
        Optional<LabelStudio> labelStudio,
        OptionalInt databaseOnly) {

    private static final String FOLDER = "--folder=";
    private static final String LABEL_STUDIO = "--label-studio=";
    private static final String DATABASE_ONLY = "--database-only=";
    private static final String TOKEN = "LABEL_STUDIO_PAT";
    private static final Set<String> SWITCHES = Set.of("--fresh", "--demo", "--once");

    /** @param environment name of a variable → its value; only a Label Studio's token is looked up, and only for one */
    static Options parse(UnaryOperator<@Nullable String> environment, String... arguments) {
        List<String> all = Arrays.asList(arguments);
        Set<String> unknown = new HashSet<>(all);
        unknown.removeAll(SWITCHES);
        unknown.removeIf(
                argument -> Stream.of(FOLDER, LABEL_STUDIO, DATABASE_ONLY).anyMatch(argument::startsWith));
        if (!unknown.isEmpty()) {
            throw new CannotRunException("unknown: " + String.join(" ", unknown) + " (--help tells what there is)");
        }
        if (all.contains("--once") && !all.contains("--demo")) {
            throw new CannotRunException("--once goes with --demo only");
        }
        Path folder = value(all, FOLDER).map(Path::of).orElse(Path.of(".oceanid"));
        return new Options(
                folder,
                all.contains("--fresh"),
                all.contains("--demo"),
                all.contains("--once"),
                value(all, LABEL_STUDIO).map(url -> labelStudio(url, environment.apply(TOKEN))),
                value(all, DATABASE_ONLY).map(Options::port).orElse(OptionalInt.empty()));
    }

    private static Optional<String> value(List<String> arguments, String option) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst();
    }

    private static OptionalInt port(String number) {
        if (!number.matches("[1-9][0-9]{0,4}") || Integer.parseInt(number) > 65_535) {
            throw new CannotRunException("--database-only is no port");
        }
        return OptionalInt.of(Integer.parseInt(number));
    }

    private static LabelStudio labelStudio(String url, @Nullable String token) {
        if (!url.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
            throw new CannotRunException("--label-studio is no http:// or https:// URL");
        }
        if (token == null || token.isBlank()) {
            throw new CannotRunException(TOKEN + " is not set, and --label-studio needs a token");
        }
        return new LabelStudio(URI.create(url), token.strip());
    }
}
