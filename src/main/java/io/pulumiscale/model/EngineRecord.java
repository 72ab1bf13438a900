package io.pulumiscale.model;

import java.util.List;

/** Remembers which engines were started, past the end of the process that started them. */
public interface EngineRecord {
    /** Keeps its start or, later, its end; returns when it is kept. One that has ended may have left a lock. */
    void save(EngineRun run);

    /** All that were not forgotten, in no order. */
    List<EngineRun> engineRuns();

    /** Remembers nothing. */
    static EngineRecord none() {
        return new EngineRecord() {
            @Override
            public void save(EngineRun run) {}

            @Override
            public List<EngineRun> engineRuns() {
                return List.of();
            }
        };
    }
}
