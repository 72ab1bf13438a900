package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.core.Output;
import io.pulumiscale.update.EngineLimits;
import io.pulumiscale.update.Workspace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why the stack's structured outputs are JSON text (ADR 0005). When the first one fails, the SDK is mended; the scaler
 * does not depend on it any more (ADR 0034).
 */
class StructuredOutputIT {
    private static final UpOptions EXPORTING_AN_OBJECT = UpOptions.builder()
            .program(ctx -> ctx.export("sizes", Output.of(Map.of("web", 3))))
            .build();

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theSdkThrowsOnAnOutputThatIsAnObject() throws Exception {
        World world = worlds.configured(folder, Pools.WORKERS);
        WorkspaceStack stack = LocalWorkspace.selectStack(
                World.STACK,
                world.folder(),
                LocalWorkspaceOptions.builder()
                        .environmentVariables(world.environment())
                        .build());

        assertThatThrownBy(() -> stack.up(EXPORTING_AN_OBJECT))
                .hasMessageContaining("Expected a string but was BEGIN_OBJECT");
    }

    @Test
    void theScalersOwnReadingDoesNot() throws Exception {
        World world = worlds.configured(folder, Pools.WORKERS);
        Workspace workspace = Workspace.open(world.folder(), World.STACK, world.environment(), EngineLimits.standard());

        workspace.stack().up(EXPORTING_AN_OBJECT);

        assertThat(workspace.outputs().read()).containsEntry("sizes", "{\"web\":3}");
    }
}
