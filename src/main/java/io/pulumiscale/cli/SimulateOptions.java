package io.pulumiscale.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * @param folder has {@code Pulumi.yaml}
 * @param recording what is replayed, if it is not a journal
 * @param journal what is replayed else
 * @param since how far back in the journal
 * @param set values in place of the configuration's: {@code web.max} to {@code 20}
 * @param high above which a pool's metric asks for more, in place of its rules
 * @param low below which it asks for less
 * @param sizes at the beginning, by pool
 * @param prices of an instance-hour, by pool
 * @param load metrics are the whole pool's
 * @param takes how long an update takes
 * @param step how often is decided
 * @param approve every question is answered with yes
 */
public record SimulateOptions(
        Path folder,
        String stack,
        Optional<Path> recording,
        Optional<String> journal,
        Duration since,
        Map<String, String> set,
        Map<String, Double> high,
        Map<String, Double> low,
        Map<String, Integer> sizes,
        Map<String, BigDecimal> prices,
        boolean load,
        Duration takes,
        Duration step,
        boolean approve,
        Output output) {

    /** For people, or for programs. */
    public enum Output {
        TEXT,
        JSON,
        CSV;

        /** As it is written, and completed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
