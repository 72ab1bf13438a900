package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.OutputValue;
import com.pulumi.automation.UpOptions;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.stack.Refusal;
import io.pulumiscale.stack.Remembered;
import io.pulumiscale.stack.ScaledResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the program, scoped to the update's pools, inline on the stack. */
public final class AutomationUpdater implements StackUpdater {
    private final Workspace workspace;
    private final Supplier<Configuration> configuration;
    private final Function<Update, ScopedProgram> programs;
    private final LockedWork locked;

    /**
     * @param programs makes the program of an update; {@link ScopedProgram#of} but in tests
     * @param engines those that are started are kept there, and tell which locks may be cleared
     */
    public AutomationUpdater(
            Workspace workspace,
            Supplier<Configuration> configuration,
            Function<Update, ScopedProgram> programs,
            Engines engines) {
        this.workspace = workspace;
        this.configuration = configuration;
        this.programs = programs;
        this.locked = new LockedWork(
                new Locks(engines, Processes.local()), () -> workspace.stack().cancel());
        workspace.engine().recordIn(engines);
    }

    @Override
    public Outcome run(Update update) {
        Map<String, String> targets = targets(update);
        EventAudit audit = new EventAudit(targets);
        ScopedProgram program = programs.apply(update);
        try {
            var result = locked.run(() -> workspace.stack().up(options(update, targets, program, audit)));
            return new Outcome.Applied(state(result.outputs()), audit.oddity());
        } catch (ConcurrentUpdateException e) {
            return new Outcome.LockConflict(LockHolder.describe(String.valueOf(e.getMessage())));
        } catch (EngineStopped e) {
            return refused(program).orElseGet(() -> new AfterStop(update, e).outcome(this::read));
        } catch (AutomationException | RuntimeException e) {
            return refused(program)
                    .orElseGet(() -> new Outcome.Failed(
                            audit.error().orElseGet(() -> ErrorText.readable(String.valueOf(e.getMessage())))));
        }
    }

    @Override
    public void stop() {
        workspace.engine().stop();
    }

    @Override
    public StackState read() {
        try {
            return state(workspace.stack().getOutputs());
        } catch (AutomationException e) {
            throw new StackUnreachable(
                    "cannot read the outputs of stack " + workspace.stack().name(), e);
        }
    }

    private static UpOptions options(
            Update update, Map<String, String> targets, ScopedProgram program, EventAudit audit) {
        return UpOptions.builder()
                .program(program.body())
                .targets(List.copyOf(targets.keySet()))
                .message(update.message())
                .color("never")
                .onEvent(audit)
                .build();
    }

    private Optional<Outcome> refused(ScopedProgram program) {
        return program.refusal().get().map(this::refused);
    }

    private Outcome refused(Refusal refusal) {
        Configuration own = configuration.get();
        if (refusal instanceof Refusal.BaseMoved moved) {
            return new Outcome.BaseMoved(own.compare(moved.now()), moved.reason());
        }
        Refusal.Stale stale = (Refusal.Stale) refusal;
        return new Outcome.Stale(own.compare(stale.now()).alsoStale(stale.pools()), refusal.reason());
    }

    private StackState state(Map<String, OutputValue> outputs) {
        Map<String, String> texts = new HashMap<>();
        outputs.forEach((name, output) -> texts.put(name, String.valueOf(output.value())));
        return configuration.get().compare(Remembered.of(texts));
    }

    /** The size property of every resource that this update may touch, by URN. */
    private Map<String, String> targets(Update update) {
        Map<String, String> targets = new HashMap<>();
        for (Resize resize : update.resizes()) {
            configuration.get().pools().find(resize.pool()).ifPresent(pool -> {
                ScaledResource resource = ScaledResource.of(pool.kind());
                targets.put(
                        resource.urn(workspace.project(), workspace.stack().name(), pool.name()),
                        resource.sizeProperty());
            });
        }
        return targets;
    }
}
