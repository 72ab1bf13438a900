package io.pulumiscale.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was asked of a scaler, as a list of the arguments. */
final class FakeRemote implements RemoteActions {
    final List<Object> asked = new ArrayList<>();

    @Override
    public int status(RemoteOptions scaler) {
        return did("status", scaler);
    }

    @Override
    public int explain(RemoteOptions scaler, String pool) {
        return did("explain", scaler, pool);
    }

    @Override
    public int history(RemoteOptions scaler, Optional<String> pool, Optional<String> since, int limit) {
        return did("history", scaler, pool, since, limit);
    }

    @Override
    public int approvals(RemoteOptions scaler) {
        return did("approvals", scaler);
    }

    @Override
    public int approve(RemoteOptions scaler, long id) {
        return did("approve", scaler, id);
    }

    @Override
    public int decline(RemoteOptions scaler, DeclineOptions options) {
        return did("decline", scaler, options);
    }

    @Override
    public int scale(RemoteOptions scaler, ScaleOptions options) {
        return did("scale", scaler, options);
    }

    @Override
    public int pause(RemoteOptions scaler, PauseOptions options) {
        return did("pause", scaler, options);
    }

    @Override
    public int resume(RemoteOptions scaler, PauseOptions options) {
        return did("resume", scaler, options);
    }

    @Override
    public int rotate(RotateOptions options) {
        return did("rotate", options);
    }

    private int did(Object... what) {
        asked.add(List.of(what));
        return 0;
    }
}
