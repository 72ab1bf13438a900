package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an engine leaves that is killed while it writes the file of attributes beside the stack's (ADR 35). */
class TornSidecarIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theScalerSaysWhatToDo() throws IOException {
        World world = worlds.configured(folder, Pools.WORKERS);
        world.person().up().succeeded();
        Path torn = Files.createFile(world.backend().resolve(".pulumi/stacks/pulumiscale/dev.json.attrs"));

        Person.Said said = world.pulumiscale("serve", "--port", "0");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output())
                .contains("failed to load checkpoint: EOF (an engine was killed while it wrote: delete");
        Files.delete(torn);
        assertThat(world.scalerProcess().sender().get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aBackendThatIsToldSoKeepsNoneOfThem() throws IOException {
        World world = worlds.configured(folder, Pools.WORKERS);
        world.person().up().succeeded();

        try (Stream<Path> files = Files.walk(world.backend())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).contains("dev.json").noneMatch(name -> name.endsWith(".attrs"));
        }
    }
}
