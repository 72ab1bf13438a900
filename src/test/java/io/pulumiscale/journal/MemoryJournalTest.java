package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JournalContract {

    @Override
    Journal open() {
        return new MemoryJournal(1_000);
    }

    @Test
    void onlyTheLatestKeysAreRemembered() {
        MemoryJournal journal = new MemoryJournal(2);
        for (String key : List.of("a", "b", "c")) {
            append(journal, key);
            journal.hold(new Hold("web", 3, "", List.of(intent(key).id())), NOW);
        }
        assertThat(append(journal, "c")).isInstanceOf(Duplicate.class);
        assertThat(append(journal, "a")).isInstanceOf(Accepted.class);
    }

    @Test
    void onlyTheLatestUpdatesAreRemembered() {
        MemoryJournal journal = new MemoryJournal(2);
        List<Resize> resizes = List.of(new Resize("web", 3, 4, "", List.of()));
        journal.plan(resizes, NOW);
        Update second = journal.plan(resizes, NOW);
        Update third = journal.plan(resizes, NOW);
        assertThat(journal.updates(10)).containsExactly(third, second);
    }

    @Test
    void onlyTheLatestAlertsAreRemembered() {
        MemoryJournal journal = new MemoryJournal(2);
        for (String key : List.of("c", "b", "a")) {
            append(journal, key);
            journal.append(List.of(), List.of(new AlertEnd(key, "web", Source.ALERTMANAGER, NOW)), NOW);
            journal.hold(new Hold("web", 3, "", List.of(intent(key).id())), NOW);
        }
        assertThat(journal.alerts(NOW)).extracting(Alert::key).containsExactly("a", "b");
        append(journal, "c");
        assertThat(journal.alerts(NOW)).as("its end is forgotten too").anyMatch(alert -> !alert.over());
    }

    @Test
    void whatWaitsIsKeptEvenWhenItsKeyIsForgotten() {
        MemoryJournal journal = new MemoryJournal(1);
        append(journal, "a");
        append(journal, "b");
        assertThat(journal.waiting()).containsExactly(intent("a"), intent("b"));
    }

    private static Appended append(Journal journal, String key) {
        return journal.append(List.of(intent(key)), List.of(), NOW).get(0);
    }

    private static ScalingIntent intent(String key) {
        return Samples.alert(key, "web", new Delta(1));
    }
}
