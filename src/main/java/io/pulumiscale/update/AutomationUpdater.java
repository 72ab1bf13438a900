package io.pulumiscale.update;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.events.EngineEvent;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.stack.Refusal;
import io.pulumiscale.stack.Remembered;
import io.pulumiscale.stack.ScaledResource;
import io.pulumiscale.update.CheckpointReader.PoolResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs the program, scoped to the update's pools, inline on the stack. */
public final class AutomationUpdater implements StackUpdater {
    private final Workspace workspace;
    private final Supplier<Configuration> configuration;
    private final Function<Update, ScopedProgram> programs;
    private final Mandate mandate;
    private final LockedWork locked;
    private final Consumer<UpdateProgress> progress;

    /**
     * @param programs makes the program of an update; {@link ScopedProgram#of} but in tests
     * @param mandate asked by each program, before anything else
     * @param engines those that are started are kept there, and tell which locks may be cleared
     * @param progress is told how far an update is, on the engine's threads
     */
    public AutomationUpdater(
            Workspace workspace,
            Supplier<Configuration> configuration,
            Function<Update, ScopedProgram> programs,
            Mandate mandate,
            Engines engines,
            Consumer<UpdateProgress> progress) {
        this.workspace = workspace;
        this.configuration = configuration;
        this.programs = programs;
        this.mandate = mandate;
        this.locked = new LockedWork(
                new Locks(engines, Processes.local()), () -> workspace.stack().cancel());
        this.progress = progress;
        workspace.engine().recordIn(engines);
    }

    @Override
    public Outcome run(Update update) {
        Map<String, String> targets = targets(update);
        EventAudit audit = new EventAudit(targets);
        EngineProgress steps = new EngineProgress(update, poolByTarget(targets.keySet()), progress);
        ScopedProgram program = programs.apply(update);
        Mandated mandated = new Mandated(mandate);
        try {
            var result = locked.run(() -> workspace
                    .stack()
                    .up(options(update, targets, mandated.program(program.body()), audit.andThen(steps))));
            return new Outcome.Applied(state(workspace.outputs().read()), audit.oddity(), version(result));
        } catch (ConcurrentUpdateException e) {
            String holder = LockHolder.describe(String.valueOf(e.getMessage()));
            steps.waiting(holder);
            return new Outcome.LockConflict(holder);
        } catch (EngineStopped e) {
            return refused(mandated, program)
                    .orElseGet(() -> new AfterStop(update, e).outcome(this::read, this::checkpoint));
        } catch (EngineDied e) {
            return refused(mandated, program).orElseGet(() -> new Outcome.Died(e.reason()));
        } catch (AutomationException | RuntimeException e) {
            return refused(mandated, program).orElseGet(() -> new AfterFailure(why(audit, e)).outcome(this::read));
        }
    }

    private static String why(EventAudit audit, Exception e) {
        return audit.error().orElseGet(() -> ErrorText.readable(String.valueOf(e.getMessage())));
    }

    @Override
    public Optional<String> engineVersion() {
        return Optional.of(workspace.engine().version().toString());
    }

    @Override
    public void stop() {
        workspace.engine().stop();
    }

    @Override
    public StackState read() {
        try {
            return state(workspace.outputs().read());
        } catch (AutomationException e) {
            throw new StackUnreachable(
                    "cannot read the outputs of stack " + workspace.stack().name(), e);
        }
    }

    @Override
    public Checkpoint checkpoint() {
        try {
            return new CheckpointReader(resources())
                    .read(workspace.stack().exportStack().deployment());
        } catch (AutomationException e) {
            throw new StackUnreachable(
                    "cannot read the state of stack " + workspace.stack().name(), e);
        }
    }

    @Override
    public Refreshed refresh(Set<String> pools) {
        List<String> targets = resources().entrySet().stream()
                .filter(entry -> pools.contains(entry.getValue().pool()))
                .map(Map.Entry::getKey)
                .toList();
        try {
            RefreshOptions options = RefreshOptions.builder()
                    .targets(targets)
                    .message("after an interrupted update of " + String.join(", ", pools))
                    .color("never")
                    .build();
            var unused = locked.run(() -> workspace.stack().refresh(options));
            return new Refreshed.Done();
        } catch (ConcurrentUpdateException e) {
            return new Refreshed.NotYet(LockHolder.describe(String.valueOf(e.getMessage())));
        } catch (AutomationException | RuntimeException e) {
            return new Refreshed.NotYet(ErrorText.readable(String.valueOf(e.getMessage())));
        }
    }

    /** The file backend numbers none. */
    private static Optional<Integer> version(UpResult result) {
        return Optional.ofNullable(result.summary())
                .flatMap(summary -> Optional.ofNullable(summary.version()))
                .filter(version -> version > 0);
    }

    private static UpOptions options(
            Update update, Map<String, String> targets, Consumer<Context> program, Consumer<EngineEvent> events) {
        return UpOptions.builder()
                .program(program)
                .targets(List.copyOf(targets.keySet()))
                .message(update.message())
                .color("never")
                .onEvent(events)
                .build();
    }

    private Optional<Outcome> refused(Mandated mandated, ScopedProgram program) {
        return mandated.outcome().or(() -> program.refusal().get().map(this::refused));
    }

    private Outcome refused(Refusal refusal) {
        Configuration own = configuration.get();
        if (refusal instanceof Refusal.BaseMoved moved) {
            return new Outcome.BaseMoved(own.compare(moved.now()), moved.reason());
        }
        Refusal.Stale stale = (Refusal.Stale) refusal;
        return new Outcome.Stale(own.compare(stale.now()).alsoStale(stale.pools()), refusal.reason());
    }

    private StackState state(Map<String, String> outputs) {
        return configuration.get().compare(Remembered.of(outputs));
    }

    /** The size property of every resource that this update may touch, by URN. */
    private Map<String, String> targets(Update update) {
        Map<String, String> targets = new HashMap<>();
        Set<String> resized = update.resizes().stream().map(Resize::pool).collect(Collectors.toSet());
        resources().forEach((urn, resource) -> {
            if (resized.contains(resource.pool())) {
                targets.put(urn, resource.sizeProperty());
            }
        });
        return targets;
    }

    private Map<String, String> poolByTarget(Set<String> targets) {
        Map<String, String> pools = new HashMap<>();
        resources().forEach((urn, resource) -> {
            if (targets.contains(urn)) {
                pools.put(urn, resource.pool());
            }
        });
        return pools;
    }

    /** Of every pool that is configured the resource that has the size, by URN. */
    private Map<String, PoolResource> resources() {
        Map<String, PoolResource> resources = new HashMap<>();
        for (Pool pool : configuration.get().pools().byName().values()) {
            ScaledResource resource = ScaledResource.of(pool.kind());
            resources.put(
                    resource.urn(workspace.project(), workspace.stackName(), pool.name()),
                    new PoolResource(pool.name(), resource.sizeProperty()));
        }
        return resources;
    }
}
