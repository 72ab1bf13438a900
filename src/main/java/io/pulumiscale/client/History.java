package io.pulumiscale.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions, the newest first.
 *
 * @param next of the oldest one, if there are older ones
 */
public record History(List<Entry> entries, @Nullable Long next) {}
