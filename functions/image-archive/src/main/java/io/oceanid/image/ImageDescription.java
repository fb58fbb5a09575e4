package io.oceanid.image;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an image is to be.
 *
 * @param name with its tag, as in {@code ghcr.io/me/sink:1}
 * @param layers folders, each of which becomes a layer of the image's root, the first one lowest
 * @param user numeric, since there may be no {@code /etc/passwd}
 * @param owned absolute paths in the image that belong to the user; all else belongs to root
 * @param architecture as Go names it
 * @param created also what every file says, so that the same input makes the same image
 */
record ImageDescription(
        String name,
        List<Path> layers,
        List<String> entrypoint,
        int user,
        List<String> owned,
        Map<String, String> environment,
        Map<String, String> labels,
        String architecture,
        Instant created,
        Path output) {

    private static final String COMPONENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";

    /** A registry with or without a port, a path, and a tag (OCI distribution specification, pulling manifests). */
    private static final Pattern NAME =
            Pattern.compile(COMPONENT + "(?::[0-9]+)?(?:/" + COMPONENT + ")*:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}");

    /** @throws IllegalArgumentException if an argument is unknown, wrong or missing; the message says which */
    static ImageDescription of(List<String> arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not --name=value: " + argument);
            }
            given.computeIfAbsent(argument.substring(2, equals), name -> new ArrayList<>())
                    .add(argument.substring(equals + 1));
        }
        ImageDescription description = new ImageDescription(
                one(given, "name"),
                some(given, "layer").stream().map(Path::of).toList(),
                some(given, "entrypoint"),
                Integer.parseInt(one(given, "user")),
                some(given, "owned"),
                pairs(some(given, "env")),
                pairs(some(given, "label")),
                one(given, "architecture"),
                Instant.parse(one(given, "created")),
                Path.of(one(given, "output")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown: --" + given.keySet().iterator().next());
        }
        if (description.tag().isEmpty()) {
            throw new IllegalArgumentException("--name has no tag: " + description.name());
        }
        if (!NAME.matcher(description.name()).matches()) {
            throw new IllegalArgumentException("--name is none that a registry takes: " + description.name());
        }
        if (description.user() == 0) {
            throw new IllegalArgumentException("--user is root");
        }
        return description;
    }

    /** @return what follows the name's last colon, if that is not the colon of a port; else nothing */
    String tag() {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "";
    }

    /** Whether a path in the image belongs to the user. */
    boolean isOwned(String path) {
        return owned.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static String one(Map<String, List<String>> given, String name) {
        List<String> values = some(given, name);
        if (values.size() != 1) {
            throw new IllegalArgumentException("--" + name + " has to be there once");
        }
        return values.getFirst();
    }

    private static List<String> some(Map<String, List<String>> given, String name) {
        List<String> values = given.remove(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    private static Map<String, String> pairs(List<String> values) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : values) {
            String[] pair = value.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("not name=value: " + value);
            }
            pairs.put(pair[0], pair[1]);
        }
        return pairs;
    }
}
