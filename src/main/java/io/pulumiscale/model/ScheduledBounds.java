package io.pulumiscale.model;

import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Narrower bounds from each time of {@code from} to the next of {@code until}. Both are Unix cron expressions of five
 * fields, checked when they are read, and mean the wall clock of the zone: a time that a change of the clocks skips counts
 * from when the clock has passed it.
 *
 * @param min within the pool's own bounds, if it is there
 * @param max likewise; at least {@code min}
 */
public record ScheduledBounds(String from, String until, ZoneId zone, OptionalInt min, OptionalInt max) {}
