import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A declaration in YAML, cut at its top-level keys so that they can be exchanged. Knows no more of YAML than that. */
record DeclarationFile(Map<String, String> sections) {

    static DeclarationFile read(Path file) throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String key = "";
        for (String line : Files.readAllLines(file)) {
            if (line.matches("[A-Za-z]+:.*")) {
                key = line.substring(0, line.indexOf(':'));
            }
            sections.merge(key, line + "\n", String::concat);
        }
        return new DeclarationFile(sections);
    }

    /** With a section as it is given, which has its key. */
    DeclarationFile with(String section) {
        Map<String, String> changed = new LinkedHashMap<>(sections);
        changed.put(section.substring(0, section.indexOf(':')), section.stripTrailing() + "\n");
        return new DeclarationFile(changed);
    }

    DeclarationFile without(String key) {
        Map<String, String> changed = new LinkedHashMap<>(sections);
        changed.remove(key);
        return new DeclarationFile(changed);
    }

    String section(String key) {
        return sections.getOrDefault(key, "");
    }

    String text() {
        return String.join("", sections.values());
    }
}
