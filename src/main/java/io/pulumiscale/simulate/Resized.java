package io.pulumiscale.simulate;

import java.time.Instant;

/** A pool has another size from this time on. */
public record Resized(Instant at, String pool, int from, int to, String reason) {}
