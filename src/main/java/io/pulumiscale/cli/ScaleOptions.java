package io.pulumiscale.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * @param change {@code =7}, {@code +2}, {@code -1} or {@code -25%}
 * @param reason empty in a dry run alone
 * @param key the same again is not done twice; empty: any
 * @param patience how long to wait for its end; empty: not at all
 */
public record ScaleOptions(
        String pool,
        String change,
        Optional<String> reason,
        Optional<String> key,
        boolean dryRun,
        Optional<Duration> patience) {}
