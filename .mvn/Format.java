import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats the Java files below a folder with palantir-java-format; run by the build, on the build's JDK. */
class Format {

    public static void main(String[] args) throws Exception {
        String mode = args[0];
        Path sources = Path.of(args[1]);
        if (mode.equals("skip") || !Files.isDirectory(sources)) {
            return;
        }
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path file : javaFiles(sources)) {
            String before = Files.readString(file);
            String after = formatter.formatSourceAndFixImports(before);
            if (after.equals(before)) {
                continue;
            }
            unformatted.add(file);
            if (mode.equals("apply")) {
                Files.writeString(file, after);
            }
        }
        if (mode.equals("check") && !unformatted.isEmpty()) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("mend it with: ./mvnw -Dformat=apply process-sources");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
