package io.pulumiscale.cli;

import java.util.Optional;

/** What people ask of a running scaler. Each returns the exit code, or throws {@link CommandFailed} as {@link Actions} do. */
public interface RemoteActions {

    /** What is wrong, and how every pool stands. */
    int status(RemoteOptions scaler);

    /** Why a pool is the size that it is. */
    int explain(RemoteOptions scaler, String pool);

    /**
     * Decisions, and what became of them.
     *
     * @param since a duration up to now or a time, ISO 8601
     */
    int history(RemoteOptions scaler, Optional<String> pool, Optional<String> since, int limit);

    /** Resizes that wait for a person's word. */
    int approvals(RemoteOptions scaler);

    /** The word. */
    int approve(RemoteOptions scaler, long id);

    /** A no. */
    int decline(RemoteOptions scaler, DeclineOptions options);

    /** Asks for a size. */
    int scale(RemoteOptions scaler, ScaleOptions options);

    /** Alerts and schedules leave the pool alone. */
    int pause(RemoteOptions scaler, PauseOptions options);

    /** Takes that back. */
    int resume(RemoteOptions scaler, PauseOptions options);

    /** Makes a new token. */
    int rotate(RotateOptions options);
}
