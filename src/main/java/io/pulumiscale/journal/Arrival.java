package io.pulumiscale.journal;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import java.time.Instant;
import java.util.List;

/**
 * What one caller brings in.
 *
 * @param at when the ends were heard of
 * @param mostWaiting how many intents may wait with these
 */
record Arrival(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {}
