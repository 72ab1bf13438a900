package io.pulumiscale.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What there is where a journal is to be.
 *
 * @param text for people
 * @param worry what may go wrong later
 * @param clock what the database's clock says, where it has one of its own
 */
public record JournalCondition(String text, Optional<String> worry, Optional<Instant> clock) {}
