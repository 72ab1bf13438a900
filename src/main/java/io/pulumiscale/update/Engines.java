package io.pulumiscale.update;

import io.pulumiscale.model.EngineRecord;
import io.pulumiscale.model.EngineRun;
import java.time.Clock;
import java.util.List;

/**
 * The engines that this scaler and those before it have started.
 *
 * @param record where they are kept
 * @param host this machine, as the CLI names it
 */
public record Engines(EngineRecord record, String host, Clock clock) {

    /** On this machine. */
    public static Engines keptIn(EngineRecord record, Clock clock) {
        return new Engines(record, Host.name(), clock);
    }

    /** Nobody is to know them after the end of this process. */
    static Engines forgotten() {
        return keptIn(EngineRecord.none(), Clock.systemUTC());
    }

    EngineRun started(Process process) {
        EngineRun run = EngineRun.started(
                host, process.pid(), process.info().startInstant().orElseGet(clock::instant));
        record.save(run);
        return run;
    }

    void ended(EngineRun run) {
        record.save(run.ended(clock.instant()));
    }

    List<EngineRun> here() {
        return record.engineRuns().stream()
                .filter(run -> run.host().equals(host))
                .toList();
    }
}
