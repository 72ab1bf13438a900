package io.pulumiscale.journal;

import io.pulumiscale.model.EngineRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest engines. Not for several threads at once. */
final class MemoryEngineRuns {
    private static final int REMEMBERED = 1_000;

    private final Deque<EngineRun> runs = new ArrayDeque<>();

    void save(EngineRun run) {
        runs.removeIf(known -> known.host().equals(run.host())
                && known.pid() == run.pid()
                && known.startedAt().equals(run.startedAt()));
        runs.add(run);
        if (runs.size() > REMEMBERED) {
            runs.remove();
        }
    }

    List<EngineRun> list() {
        return List.copyOf(runs);
    }
}
