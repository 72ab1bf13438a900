package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.PreviewOptions;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.stack.Remembered;
import io.pulumiscale.stack.ScaledResource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the engine and the providers what they would make of a resize of every pool by one. The stack's lock is not
 * taken, and nothing is changed; providers start, check their credentials, and Kubernetes checks the right to write.
 */
public final class ScopedPreview {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private ScopedPreview() {}

    /** How it went. */
    public sealed interface Outlook {}

    /**
     * It would be done.
     *
     * @param pools how many were tried
     * @param oddity what else would change, which it should not
     */
    public record Possible(int pools, Optional<String> oddity) implements Outlook {}

    /** @param why in the engine's words */
    public record Impossible(String why) implements Outlook {}

    /** @param why there was nothing to try */
    public record Nothing(String why) implements Outlook {}

    public static Outlook look(Path folder, String stack, Map<String, String> environment, Clock clock) {
        try {
            return look(
                    Workspace.open(
                            folder.toAbsolutePath(),
                            stack,
                            environment,
                            EngineLimits.standard().withUpdate(PATIENCE)),
                    clock);
        } catch (AutomationException | RuntimeException e) {
            return new Impossible(ErrorText.readable(String.valueOf(e.getMessage())));
        }
    }

    private static Outlook look(Workspace workspace, Clock clock) throws AutomationException {
        Configuration configuration = workspace.configuration();
        StackState state =
                configuration.compare(Remembered.of(workspace.outputs().read()));
        List<Resize> resizes = resizes(configuration, state);
        if (resizes.isEmpty()) {
            return new Nothing("no pool is deployed with the configuration that is here: run `pulumi up`");
        }
        Update update = Update.planned(0, resizes, clock.instant());
        Map<String, String> targets = targets(workspace, configuration, resizes);
        EventAudit audit = new EventAudit(targets);
        try {
            var unused = workspace
                    .stack()
                    .preview(PreviewOptions.builder()
                            .program(ScopedProgram.of(update).body())
                            .targets(List.copyOf(targets.keySet()))
                            .color("never")
                            .onEvent(audit)
                            .build());
            return new Possible(resizes.size(), audit.oddity());
        } catch (AutomationException | RuntimeException e) {
            return new Impossible(audit.error().orElseGet(() -> ErrorText.readable(String.valueOf(e.getMessage()))));
        }
    }

    private static List<Resize> resizes(Configuration configuration, StackState state) {
        List<Resize> resizes = new ArrayList<>();
        for (Pool pool : configuration.pools().byName().values()) {
            Optional.ofNullable(state.sizes().get(pool.name()))
                    .filter(size -> !state.stale().contains(pool.name()) && pool.minSize() < pool.maxSize())
                    .map(size -> new Resize(
                            pool.name(), size, size < pool.maxSize() ? size + 1 : size - 1, "preview", List.of()))
                    .ifPresent(resizes::add);
        }
        return resizes;
    }

    /** The size property of every resource that would be touched, by URN. */
    private static Map<String, String> targets(Workspace workspace, Configuration configuration, List<Resize> resizes) {
        Map<String, String> targets = new HashMap<>();
        for (Resize resize : resizes) {
            configuration.pools().find(resize.pool()).ifPresent(pool -> {
                ScaledResource resource = ScaledResource.of(pool.kind());
                targets.put(
                        resource.urn(workspace.project(), workspace.stackName(), pool.name()), resource.sizeProperty());
            });
        }
        return targets;
    }
}
