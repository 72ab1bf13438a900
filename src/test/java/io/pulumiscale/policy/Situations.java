package io.pulumiscale.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts situations together; all times are in relation to {@link Samples#NOW}. */
final class Situations {
    private final Pool pool;
    private final int size;
    private final List<ScalingIntent> intents = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private PoolHistory history = PoolHistory.none();
    private Optional<Approval> approval = Optional.empty();
    private Optional<Approval> declined = Optional.empty();
    private final List<Pause> pauses = new ArrayList<>();
    private Instant now = Samples.NOW;

    private Situations(Pool pool, int size) {
        this.pool = pool;
        this.size = size;
    }

    static Situations of(Pool pool, int size) {
        return new Situations(pool, size);
    }

    /** Intents, and the alerts behind them, which fire. */
    Situations waiting(ScalingIntent... some) {
        return waiting(List.of(some));
    }

    Situations waiting(List<ScalingIntent> some) {
        for (ScalingIntent intent : some) {
            intents.add(intent);
            Alert.behind(intent).ifPresent(alerts::add);
        }
        return this;
    }

    /** An alert that fires, and that nobody waits for an answer to. */
    Situations firing(ScalingIntent intent) {
        alerts.add(alert(intent));
        return this;
    }

    /** The same of one that has ended so long ago. */
    Situations ended(ScalingIntent intent, Duration ago) {
        alerts.add(alert(intent).endedBy(now, now.minus(ago)));
        return this;
    }

    /** An intent whose alert has ended before it was decided. */
    Situations waitingInVain(ScalingIntent intent) {
        intents.add(intent);
        return ended(intent, Duration.ZERO);
    }

    Situations resized(Duration ago) {
        history = new PoolHistory(Optional.of(now.minus(ago)), history.failedAt());
        return this;
    }

    Situations failed(Duration ago) {
        history = new PoolHistory(history.resizedAt(), Optional.of(now.minus(ago)));
        return this;
    }

    Situations asked(Approval other) {
        approval = Optional.of(other);
        return this;
    }

    /** It is the latest, until another is asked for. */
    Situations declined(Approval other) {
        declined = Optional.of(other);
        return asked(other);
    }

    /** By ana. */
    Situations paused(Direction direction) {
        pauses.add(new Pause(pool.name(), direction, "a move", "ana", now));
        return this;
    }

    Restraints restraints() {
        return Policy.restraints(situation());
    }

    Situations at(Instant time) {
        now = time;
        return this;
    }

    Situation situation() {
        return new Situation(pool, size, intents, alerts, history, approval, declined, pauses, now);
    }

    Verdict verdict() {
        return Policy.decide(situation());
    }

    Decision decision() {
        assertThat(verdict()).isInstanceOf(Verdict.Decided.class);
        return ((Verdict.Decided) verdict()).decision();
    }

    private static Alert alert(ScalingIntent intent) {
        return Alert.behind(intent).orElseThrow();
    }
}
