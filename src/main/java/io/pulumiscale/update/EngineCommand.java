package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.Version;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the Pulumi CLI with a deadline, and can stop it: the SDK's own command does neither. For several threads at once.
 */
public final class EngineCommand implements PulumiCommand {
    private final EngineLauncher launcher;
    private final EngineLimits limits;
    private final Version version;
    private final Set<EngineProcess> running = ConcurrentHashMap.newKeySet();
    private volatile EngineRecorder recorder;
    private volatile boolean ending;

    private EngineCommand(EngineLauncher launcher, EngineLimits limits) throws AutomationException {
        this.launcher = launcher;
        this.limits = limits;
        this.recorder = new EngineRecorder(Engines.forgotten());
        this.version = EngineVersion.checked(
                run(EngineCall.of("version"), CommandRunOptions.Empty).standardOutput());
    }

    /** Where engines are written down from now on. */
    void recordIn(Engines engines) {
        recorder = new EngineRecorder(engines);
    }

    /** @throws AutomationException there is no CLI on {@code PATH}, or one that is too old; the message is for people */
    static EngineCommand open(EngineLauncher launcher, EngineLimits limits) throws AutomationException {
        return new EngineCommand(launcher, limits);
    }

    @Override
    public Version version() {
        return version;
    }

    /** @throws EngineStopped it was stopped, here or past its deadline */
    @Override
    public CommandResult run(List<String> arguments, CommandRunOptions options) throws AutomationException {
        EngineCall call = EngineCall.of(arguments, options);
        var listener = options.onEngineEvent();
        if (listener == null) {
            return run(call, options);
        }
        try (EventLog events = EventLog.listen(listener)) {
            return run(call.withEventLog(events.address()), options);
        }
    }

    /** Stops whatever runs, and returns when it is gone. From now on the stack may be read, and no longer updated. */
    public void stop() {
        ending = true;
        running.forEach(process -> process.stop(StopCause.TOLD_TO_END));
    }

    private CommandResult run(EngineCall call, CommandRunOptions options) throws AutomationException {
        Process started = start(call);
        EngineProcess process = new EngineProcess(started, limits, options);
        running.add(process);
        Runnable ended = recorder.began(call, started, process);
        try {
            if (ending && call.updates()) {
                process.stop(StopCause.TOLD_TO_END); // it began while the others were stopped
            }
            process.say(call.opening());
            return process.await(call.deadline(limits));
        } finally {
            running.remove(process);
            ended.run();
        }
    }

    private Process start(EngineCall call) throws AutomationException {
        try {
            return launcher.start(call);
        } catch (IOException e) {
            throw new AutomationException(
                    "the Pulumi CLI cannot be started (%s); get one with: export PATH=\"$(infra/engine/ensure):$PATH\""
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
