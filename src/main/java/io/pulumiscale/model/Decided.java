package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it stands in the journal.
 *
 * @param id of a later decision it is larger
 * @param update which carries it out; a hold has none
 */
public record Decided(long id, Instant at, Decision decision, Optional<Long> update) {}
