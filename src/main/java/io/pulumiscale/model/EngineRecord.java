package io.pulumiscale.model;

import java.util.List;

/** Remembers which engines were started, past the end of the process that started them. */
public interface EngineRecord {
    /** Returns when it is kept. */
    void engineStarted(EngineRun run);

    /** Keeps its end, too; it may have left a lock nevertheless. */
    void engineEnded(EngineRun run);

    /** All that were not forgotten, in no order. */
    List<EngineRun> engineRuns();

    /** Remembers nothing. */
    static EngineRecord none() {
        return new EngineRecord() {
            @Override
            public void engineStarted(EngineRun run) {}

            @Override
            public void engineEnded(EngineRun run) {}

            @Override
            public List<EngineRun> engineRuns() {
                return List.of();
            }
        };
    }
}
