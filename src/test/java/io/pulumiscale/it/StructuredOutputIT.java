package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.UpOptions;
import com.pulumi.core.Output;
import io.pulumiscale.update.EngineLimits;
import io.pulumiscale.update.Workspace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Why the stack's structured outputs are JSON text (ADR 0005). When this fails, the SDK is mended. */
class StructuredOutputIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theSdkThrowsOnAnOutputThatIsAnObject() {
        World world = worlds.configured(folder, Pools.WORKERS);
        Workspace workspace = Workspace.open(world.folder(), World.STACK, world.environment(), EngineLimits.standard());

        assertThatThrownBy(() -> workspace
                        .stack()
                        .up(UpOptions.builder()
                                .program(ctx -> ctx.export("sizes", Output.of(Map.of("web", 3))))
                                .build()))
                .hasMessageContaining("Expected a string but was BEGIN_OBJECT");
    }
}
