package io.pulumiscale.policy;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.ScalingIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A size that an alert asks for, seen from the present one. Alerts do not add up: the largest counts, as with several
 * policies of one Auto Scaling group, or several metrics of a HorizontalPodAutoscaler. So nothing scales in against an
 * alert that scales out.
 */
record Recommendation(int size, String reason, String key) {

    /** In no order of arrival: of equal sizes the texts decide whose reason is told. */
    private static final Comparator<Recommendation> LARGEST_FIRST = Comparator.comparingInt(Recommendation::size)
            .reversed()
            .thenComparing(Recommendation::reason)
            .thenComparing(Recommendation::key);

    /** The largest of the alerts that count now. */
    static Optional<Recommendation> now(Situation situation) {
        Set<String> news = situation.news();
        Stream<Recommendation> firing = situation.alerts().stream()
                .filter(alert -> !alert.over() && (news.contains(alert.key()) || !expired(alert, situation)))
                .map(alert -> of(alert, situation));
        Stream<Recommendation> unknown = situation.automatic().stream()
                .filter(intent -> intent.firing().isEmpty())
                .map(intent -> of(intent, situation));
        return Stream.concat(firing, unknown).min(LARGEST_FIRST);
    }

    /** The largest of the alerts that were on within the stabilization window and are over. */
    static Optional<Recommendation> lately(Situation situation) {
        List<Recommendation> lately = new ArrayList<>();
        for (Alert alert : situation.alerts()) {
            boolean lateEnd = alert.over()
                    && alert.wasOnAfter(situation.now().minus(situation.rules().stabilization()));
            if (lateEnd && !endedByAge(alert, situation)) {
                lately.add(of(alert, situation));
            }
        }
        return lately.stream().min(LARGEST_FIRST);
    }

    private static boolean expired(Alert alert, Situation situation) {
        return alert.expired(situation.rules().alertTtl(), situation.now());
    }

    /** It did not count any more when it ended. */
    private static boolean endedByAge(Alert alert, Situation situation) {
        return alert.endHeardAt()
                .filter(end -> alert.expired(situation.rules().alertTtl(), end))
                .isPresent();
    }

    private static Recommendation of(Alert alert, Situation situation) {
        return new Recommendation(situation.after(alert.change()), alert.reason(), alert.key());
    }

    private static Recommendation of(ScalingIntent intent, Situation situation) {
        return new Recommendation(situation.after(intent.change()), intent.reason(), intent.deduplicationKey());
    }
}
