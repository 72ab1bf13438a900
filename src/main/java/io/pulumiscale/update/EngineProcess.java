package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.CommandRunOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The CLI, running. Any thread may stop it; the one that started it waits. */
final class EngineProcess {
    private final Process process;
    private final EngineStop stop;
    private final Lines output;
    private final Lines errors;
    private @Nullable EngineStopped stopped;

    EngineProcess(Process process, EngineLimits limits, CommandRunOptions options) {
        this.process = process;
        this.stop = new EngineStop(process, limits);
        this.output = new Lines(process.getInputStream(), options.onStandardOutput());
        this.errors = new Lines(process.getErrorStream(), options.onStandardError());
    }

    /** Ends the input too: nobody is there to answer a question. A CLI that does not read it has ended, or will. */
    void say(String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // its exit code says more
        }
    }

    /** Waits, and stops it past the deadline, or when the waiting thread is interrupted. */
    CommandResult await(Duration deadline) throws AutomationException {
        try {
            if (!process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                stop(StopCause.DEADLINE);
            }
            return result();
        } catch (InterruptedException e) {
            stop(StopCause.TOLD_TO_END);
            Thread.currentThread().interrupt();
            throw new AutomationException(e);
        }
    }

    /** Returns when it is gone. The first cause counts. */
    synchronized void stop(StopCause why) {
        if (process.isAlive()) {
            stopped = new EngineStopped(why, stop.stop(why));
        }
    }

    /** Also what has ended well just after it was told to stop has ended well. */
    private CommandResult result() throws AutomationException, InterruptedException {
        CommandResult result = new CommandResult(process.waitFor(), output.atTheEnd(), errors.atTheEnd());
        if (result.code() == 0) {
            return result;
        }
        CommandException failure = EngineFailure.of(result);
        EngineStopped own = stopped();
        if (own != null && !EngineFailure.neverBegan(failure)) {
            throw own;
        }
        throw EngineDied.by(result.code()) ? new EngineDied(result.code()) : failure;
    }

    /** Waits for the thread that is stopping it. */
    private synchronized @Nullable EngineStopped stopped() {
        return stopped;
    }
}
