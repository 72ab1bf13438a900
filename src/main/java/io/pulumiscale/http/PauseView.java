package io.pulumiscale.http;

import io.pulumiscale.model.Pause;
import io.pulumiscale.scaler.PoolStatus;
import java.util.List;
import java.util.Locale;

/**
 * In which directions a pool is paused; times are ISO 8601 in UTC.
 *
 * @param now what counts: {@code none}, {@code out}, {@code in} or {@code all}
 * @param configured what the configuration says
 * @param words people's, given while the scaler runs
 */
record PauseView(String now, String configured, List<Word> words) {

    static PauseView of(PoolStatus status) {
        return new PauseView(
                status.outlook().restraints().paused().key(),
                status.pool().rules().paused().key(),
                status.outlook().pauses().stream().map(Word::of).toList());
    }

    record Word(String direction, String reason, String by, String since) {
        static Word of(Pause pause) {
            return new Word(
                    pause.direction().name().toLowerCase(Locale.ROOT),
                    pause.reason(),
                    pause.by(),
                    pause.since().toString());
        }
    }
}
