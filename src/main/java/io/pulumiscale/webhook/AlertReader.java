package io.pulumiscale.webhook;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One alert. Its deduplication key is {@code source/fingerprint/startsAt/firing}: a group is sent again whenever one of
 * its alerts changes, and an alert that starts anew is a new one.
 */
final class AlertReader {
    private final AlertDialect dialect;
    private final String prefix;
    private final String poolLabel;
    private final IntentFactory intents;

    AlertReader(AlertDialect dialect, String poolLabel, IntentFactory intents) {
        this.dialect = dialect;
        this.prefix = dialect.source().name().toLowerCase(Locale.ROOT) + "/";
        this.poolLabel = poolLabel;
        this.intents = intents;
    }

    /** @throws MalformedPayload with everything that is wrong with this alert */
    Received read(Place shared, PoolCatalog pools) {
        Faults faults = new Faults();
        Place alert = shared.complainingTo(faults);
        Map<String, String> labels = alert.get("labels").texts();
        if (dialect.sendsEverything() && faults.none() && !labels.containsKey(poolLabel)) {
            return Received.of(Stray.nameless(alert.at(), poolLabel));
        }
        Facts facts = facts(alert, labels, faults);
        return pools.find(facts.pool())
                .map(pool -> facts.firing() ? fired(alert, faults, facts, pool) : resolved(alert, facts, pool))
                .orElseGet(() -> Received.of(Stray.named(alert.at(), facts.pool())));
    }

    private Facts facts(Place alert, Map<String, String> labels, Faults faults) {
        Optional<String> pool = alert.get("labels").get(poolLabel).text();
        Optional<Boolean> firing = dialect.firing(alert);
        Optional<String> fingerprint = dialect.fingerprint(alert, labels);
        Optional<Instant> startsAt = Timestamps.rfc3339(alert.get("startsAt"));
        faults.check();
        String name = labels.getOrDefault("alertname", "an alert without a name");
        String key = prefix + fingerprint.orElseThrow();
        return new Facts(name, pool.orElseThrow(), firing.orElseThrow(), key, startsAt.orElseThrow());
    }

    private Received fired(Place alert, Faults faults, Facts facts, Pool pool) {
        Optional<Change> change = AlertChange.of(alert.get("annotations"), pool);
        faults.check();
        String key = facts.key() + "/" + facts.startsAt() + "/firing";
        String cause = facts.name() + " firing";
        Firing firing = new Firing(facts.key(), facts.startsAt());
        return Received.of(intents.alert(pool, change.orElseThrow(), dialect.source(), cause, firing, key));
    }

    private Received resolved(Place alert, Facts facts, Pool pool) {
        return Received.of(new AlertEnd(facts.key(), pool.name(), dialect.source(), dialect.endedAt(alert)));
    }

    /** What every alert must have. */
    private record Facts(String name, String pool, boolean firing, String key, Instant startsAt) {}
}
