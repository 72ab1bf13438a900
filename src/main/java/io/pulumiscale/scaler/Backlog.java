package io.pulumiscale.scaler;

import java.time.Instant;
import java.util.Optional;

/**
 * What no decision answers yet.
 *
 * @param waiting how many intents
 * @param oldest when the first of them was received
 */
public record Backlog(int waiting, Optional<Instant> oldest) {}
