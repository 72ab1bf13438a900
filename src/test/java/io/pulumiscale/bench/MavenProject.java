package io.pulumiscale.bench;

import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same stack from the sources, as a person has them: {@code pulumi up} has Maven compile and start the program. */
final class MavenProject {
    private static final List<String> SOURCES = List.of("Pulumi.yaml", "pom.xml", "mvnw", ".mvn", "src");

    private MavenProject() {}

    /** @param sources the checkout; its own target folder is not touched */
    static Path of(World world, Path sources, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : SOURCES) {
            Files.createSymbolicLink(folder.resolve(name), sources.resolve(name).toAbsolutePath());
        }
        Files.createSymbolicLink(
                folder.resolve("Pulumi.dev.yaml"), world.folder().resolve("Pulumi.dev.yaml"));
        return folder;
    }
}
