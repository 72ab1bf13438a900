package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.policy.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the journal knows at one time, by pool. */
record Evidence(
        Map<String, List<ScalingIntent>> intents,
        Map<String, List<Alert>> alerts,
        Map<String, PoolHistory> histories,
        Map<String, List<Approval>> approvals,
        Map<String, List<Pause>> pauses,
        Instant now) {

    /** @param since how far back ended alerts matter */
    static Evidence of(Journal journal, Instant since, Instant now) {
        return new Evidence(
                byPool(journal.waiting(), ScalingIntent::pool),
                byPool(journal.alerts(since), Alert::pool),
                journal.histories(),
                byPool(journal.approvals(), Approval::pool),
                byPool(journal.pauses(), Pause::pool),
                now);
    }

    /** As if these had been accepted, too. */
    Evidence with(List<ScalingIntent> more, List<AlertEnd> ends) {
        List<ScalingIntent> all = new ArrayList<>(flat(intents));
        all.addAll(more);
        Map<String, Alert> byKey = new LinkedHashMap<>();
        flat(alerts).forEach(alert -> byKey.put(alert.key(), alert));
        more.stream()
                .flatMap(intent -> Alert.behind(intent).stream())
                .forEach(alert -> byKey.merge(alert.key(), alert, Alert::or));
        ends.forEach(end -> byKey.computeIfPresent(end.alert(), (key, alert) -> alert.endedBy(end.endedAt(), now)));
        return new Evidence(
                byPool(all, ScalingIntent::pool),
                byPool(byKey.values(), Alert::pool),
                histories,
                approvals,
                pauses,
                now);
    }

    /** The pools that intents wait for. */
    Set<String> waitedFor() {
        return intents.keySet();
    }

    List<ScalingIntent> waiting(String pool) {
        return intents.getOrDefault(pool, List.of());
    }

    Optional<Approval> approval(String pool) {
        return approvals.getOrDefault(pool, List.of()).stream().findFirst();
    }

    private Optional<Approval> declined(String pool) {
        return approvals.getOrDefault(pool, List.of()).stream()
                .filter(it -> it.status() == ApprovalStatus.DECLINED)
                .findFirst();
    }

    Situation of(Pool pool, int size) {
        return new Situation(
                pool,
                size,
                waiting(pool.name()),
                alerts.getOrDefault(pool.name(), List.of()),
                histories.getOrDefault(pool.name(), PoolHistory.none()),
                approval(pool.name()),
                declined(pool.name()),
                pauses.getOrDefault(pool.name(), List.of()),
                now);
    }

    private static <T> Map<String, List<T>> byPool(Collection<T> all, Function<T, String> pool) {
        return all.stream().collect(Collectors.groupingBy(pool, LinkedHashMap::new, Collectors.toList()));
    }

    private static <T> List<T> flat(Map<String, List<T>> byPool) {
        return byPool.values().stream().flatMap(List::stream).toList();
    }
}
