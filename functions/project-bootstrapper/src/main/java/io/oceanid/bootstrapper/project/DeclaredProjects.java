package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.Declarations;
import io.oceanid.bootstrapper.declaration.ProjectDeclaration;
import io.oceanid.bootstrapper.yaml.JsonOrYaml;
import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The declarations in a folder. Blocks; thread-safe. */
record DeclaredProjects(Path folder, Declarations declarations) {

    private static final Logger log = LoggerFactory.getLogger(DeclaredProjects.class);

    /** Those that can be read; of the others, each is logged. Read anew each time, since a mounted folder changes. */
    List<ProjectDeclaration> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            log.error("the folder of declarations cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private List<ProjectDeclaration> read(Path file) {
        try {
            return List.of(declarations.read(JsonOrYaml.read("declaration", Files.readAllBytes(file))));
        } catch (InvalidRequestException | IOException e) {
            log.error("the declaration {} cannot be used: {}", file.getFileName(), e.getMessage());
            return List.of();
        }
    }
}
