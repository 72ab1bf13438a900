package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds a pool at one time, for people to see. Times are those until when alerts are held, and empty where they are
 * not.
 *
 * @param min the smallest size in force: the pool's own, or its schedule's
 * @param max the largest likewise; where the two cross, {@code min} counts
 * @param paused by the configuration or by a person's word
 * @param veto a resize that was declined, which alerts and schedules do not ask for again now
 */
public record Restraints(
        int min,
        int max,
        Optional<Instant> cooldownOut,
        Optional<Instant> cooldownIn,
        Optional<Instant> backoffOut,
        Optional<Instant> backoffIn,
        Paused paused,
        Optional<Veto> veto) {}
