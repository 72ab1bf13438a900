package io.pulumiscale.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Senders repeat themselves, and networks reorder: what is known of an alert in the end is the same. */
class AlertOrderPropertiesTest {

    @Property
    void inWhicheverOrderAndHoweverOftenMessagesComeTheSameAlertsFire(
            @ForAll("messages") List<Message> messages, @ForAll Random random) {
        List<Message> others = new ArrayList<>(messages);
        others.addAll(messages);
        Collections.shuffle(others, random);
        assertThat(after(others)).isEqualTo(after(messages));
    }

    @Property
    void anAlertFiresIfItsLatestBeginningIsAfterItsLatestEnd(@ForAll("messages") List<Message> messages) {
        for (String alert : List.of("a", "b")) {
            int begun = latest(messages, alert, true);
            boolean fires = begun >= 0 && begun > latest(messages, alert, false);
            assertThat(after(messages).stream().anyMatch(line -> line.startsWith(alert + " fires")))
                    .isEqualTo(fires);
        }
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.integers().between(0, 5), Arbitraries.of(true, false))
                .as(Message::new)
                .list()
                .ofMaxSize(8);
    }

    private static int latest(List<Message> messages, String alert, boolean begins) {
        return messages.stream()
                .filter(it -> it.alert.equals(alert) && it.begins == begins)
                .mapToInt(Message::second)
                .max()
                .orElse(-1);
    }

    private static List<String> after(List<Message> messages) {
        try (MemoryJournal journal = new MemoryJournal(1_000)) {
            messages.forEach(message -> message.to(journal));
            return journal.alerts(Instant.EPOCH).stream()
                    .map(AlertOrderPropertiesTest::shown)
                    .toList();
        }
    }

    private static String shown(Alert alert) {
        return "%s %s since %s".formatted(alert.key(), alert.over() ? "was on" : "fires", alert.since());
    }

    /** At so many seconds of the sender's clock. */
    record Message(String alert, int second, boolean begins) {

        void to(Journal journal) {
            Instant at = Samples.NOW.plusSeconds(second);
            journal.append(
                    begins ? List.of(intent(at)) : List.of(),
                    begins ? List.of() : List.of(new AlertEnd(alert, "web", Source.PROMETHEUS, at)),
                    Samples.NOW);
        }

        private ScalingIntent intent(Instant since) {
            String key = alert + "/" + since;
            return new ScalingIntent(
                    new IntentId(key),
                    "web",
                    new Delta(1),
                    Source.PROMETHEUS,
                    alert,
                    Optional.of(new Firing(alert, since)),
                    key,
                    Samples.NOW);
        }
    }
}
