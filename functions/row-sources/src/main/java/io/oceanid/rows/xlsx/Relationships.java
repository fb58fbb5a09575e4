package io.oceanid.rows.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part refers to within the archive, by id. Links to the outside are left out. */
final class Relationships {

    private static final int MOST = 100_000;

    private final Map<String, Target> targets = new HashMap<>();

    /**
     * What is referred to.
     *
     * @param type the last part of its URI
     * @param part the name of the part
     */
    record Target(String type, String part) {}

    static Relationships of(Archive archive, String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Relationships relationships = new Relationships();
        try (Markup xml = archive.needed(folder + "_rels/" + part.substring(slash) + ".rels")) {
            while (xml.next() && relationships.targets.size() < MOST) {
                if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                    relationships.add(xml.attribute("Id"), xml.attribute("Type"), xml.attribute("Target"), folder);
                }
            }
        }
        return relationships;
    }

    private void add(@Nullable String id, @Nullable String type, @Nullable String target, String folder) {
        if (id != null && type != null && target != null) {
            targets.put(id, new Target(type.substring(type.lastIndexOf('/') + 1), absolute(folder, target)));
        }
    }

    private static String absolute(String folder, String target) {
        Deque<String> names = new ArrayDeque<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    @Nullable
    Target get(@Nullable String id) {
        return id == null ? null : targets.get(id);
    }

    /** The first part of a type, null if there is none. */
    @Nullable
    String first(String type) {
        return targets.values().stream()
                .filter(target -> target.type().equals(type))
                .map(Target::part)
                .findFirst()
                .orElse(null);
    }
}
