package io.pulumiscale.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder in which {@code pulumi up} runs the packaged stack program, without building it first: for the demo and the
 * tests. The Java language host 1.16.0 does not receive {@code options.binary} from the CLI 3.255.0, so what stands here
 * as {@code mvnw} starts the jar where Maven would compile and start the sources (ADR 0003).
 */
public final class JarProject {
    private static final String PROJECT = """
            name: pulumiscale
            runtime: java
            """;

    private static final String STARTER = """
            #!/bin/sh
            # Asked for the plugins that the program needs, or to run it.
            case "$*" in
            *com.pulumi.bootstrap.internal.Main*) exec "%1$s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%2$s" com.pulumi.bootstrap.internal.Main packages ;;
            *) exec "%1$s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%2$s" ;;
            esac
            """;

    private JarProject() {}

    /**
     * @param folder is made if it is not there
     * @param java the executable to run the jar with
     * @throws IOException if the folder cannot be written
     */
    public static void create(Path folder, Path java, Path jar) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("Pulumi.yaml"), PROJECT);
        Files.writeString(folder.resolve("pom.xml"), "<!-- tells the language host to call mvnw -->\n");
        Path starter = Files.writeString(folder.resolve("mvnw"), STARTER.formatted(java, jar));
        Files.setPosixFilePermissions(starter, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
