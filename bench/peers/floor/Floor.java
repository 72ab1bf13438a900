import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the SDK gives, with its own settings: an inline {@code up} of an empty program on an empty stack, so many times, in
 * milliseconds each. None of our classes is on the class path. The first one is cold.
 */
final class Floor {
    private Floor() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Map<String, String> environment = Map.of(
                "PULUMI_BACKEND_URL", "file://" + folder, "PULUMI_CONFIG_PASSPHRASE", "floor", "PULUMI_HOME", folder + "/home");
        WorkspaceStack stack = LocalWorkspace.createOrSelectStack(
                "floor",
                "floor",
                context -> {},
                LocalWorkspaceOptions.builder().environmentVariables(environment).build());
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            stack.up();
            System.out.println("up " + (System.nanoTime() - start) / 1_000_000);
        }
        System.exit(0);
    }
}
