package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.WorkspaceStack;
import io.pulumiscale.stack.ConfigurationFile;
import io.pulumiscale.stack.Fault;
import io.pulumiscale.stack.ScalerConfig;
import io.pulumiscale.stack.StackName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with {@code Pulumi.yaml}, and one stack of it.
 *
 * @param stack open for as long as the process lives
 * @param engine runs the CLI for {@code stack}
 * @param outputs of the stack
 */
public record Workspace(
        String project, WorkspaceStack stack, Path configurationFile, EngineCommand engine, StackOutputs outputs) {

    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    /** A scoped update needs no plugin that the whole program did not need before, and no news of later versions. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true", "PULUMI_SKIP_UPDATE_CHECK", "true");

    /**
     * @param environment for the CLI, beside this process's own
     * @throws StackUnreachable no such folder, stack or backend, or no CLI
     */
    public static Workspace open(Path folder, String stack, Map<String, String> environment, EngineLimits limits) {
        try {
            EngineCommand engine = EngineCommand.open(EngineLauncher.local(), limits);
            Map<String, String> variables = merged(environment, stack);
            WorkspaceStack selected = LocalWorkspace.selectStack(
                    stack,
                    folder,
                    LocalWorkspaceOptions.builder()
                            .environmentVariables(variables)
                            .pulumiCommand(new Afterthoughts(engine))
                            .build());
            String project =
                    selected.workspace().getProjectSettings().orElseThrow().name();
            return new Workspace(
                    project,
                    selected,
                    folder.resolve(new StackName(stack).file()),
                    engine,
                    new StackOutputs(engine, folder, variables, stack));
        } catch (AutomationException e) {
            throw new StackUnreachable("cannot open stack %s in %s".formatted(stack, folder), e);
        }
    }

    /** The Pulumi CLI's. */
    public String engineVersion() {
        return engine.version().toString();
    }

    /**
     * Reads the stack's configuration, secrets included.
     *
     * @throws io.pulumiscale.stack.InvalidConfiguration with all faults
     * @throws StackUnreachable the engine could not read it
     */
    public Configuration configuration() {
        try {
            Map<String, ConfigValue> values = stack.getAllConfig();
            ScalerConfig config = ScalerConfig.read(project, stackName(), key -> value(values, key), faultsInTheFile());
            return new Configuration(
                    config.stack().catalog(), config.stack().digests(), config.tokens(), config.notices());
        } catch (AutomationException e) {
            throw new StackUnreachable("cannot read the configuration of stack " + stack.name(), e);
        }
    }

    /**
     * Where people see its history; only Pulumi Cloud, and what is like it, has such a page.
     *
     * @throws StackUnreachable the engine could not tell
     */
    public Optional<URI> page() {
        try {
            List<String> urls = stack.workspace().listStacks().stream()
                    .flatMap(it -> Optional.ofNullable(it.url()).stream())
                    .toList();
            return StackPage.among(urls, project, stack.name());
        } catch (AutomationException e) {
            throw new StackUnreachable("cannot list the stacks", e);
        }
    }

    /** As it stands in the names of resources. */
    public String stackName() {
        return new StackName(stack.name()).simple();
    }

    /** None where the configuration stands somewhere else. */
    private List<Fault> faultsInTheFile() {
        try {
            return ConfigurationFile.of(folder(), stack.name()).secretFaults();
        } catch (IOException e) {
            LOG.debug("{} cannot be read now", configurationFile, e);
            return List.of();
        }
    }

    private Path folder() {
        return Objects.requireNonNull(configurationFile.getParent());
    }

    private static Optional<String> value(Map<String, ConfigValue> values, String key) {
        return Optional.ofNullable(values.get("pulumiscale:" + key)).map(ConfigValue::value);
    }

    /** Most commands of the SDK name no stack, and would be about whichever a person has selected. */
    private static Map<String, String> merged(Map<String, String> environment, String stack) {
        Map<String, String> merged = new java.util.HashMap<>(ENVIRONMENT);
        merged.putAll(environment);
        merged.put("PULUMI_STACK", stack);
        return merged;
    }
}
