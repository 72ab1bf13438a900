package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** It is a journal like any other, and tells. */
class ObservedJournalTest extends JournalContract {
    private static final Resize RESIZE = new Resize("web", 3, 5, "", List.of());

    private final List<String> told = new ArrayList<>();

    @Override
    Journal open() {
        return new ObservedJournal(new MemoryJournal(1_000), List.of(new Told()));
    }

    @Test
    void whatIsWrittenIsTold() {
        ScalingIntent intent = alert("a", "web", new Delta(1));
        journal.append(List.of(intent), List.of(), NOW);
        journal.append(List.of(intent), List.of(), NOW);
        journal.hold(new Hold("web", 3, "", List.of()), NOW);
        Update update = journal.plan(List.of(RESIZE), NOW);
        journal.save(update.running(NOW));
        journal.withdraw(update, "moved", NOW);
        journal.ask(RESIZE, NOW, NOW.plusSeconds(1));
        assertThat(told)
                .containsExactly(
                        "received a Accepted",
                        "received a Duplicate",
                        "held 3",
                        "planned 1",
                        "RUNNING 1",
                        "WITHDRAWN 1",
                        "asked 1");
    }

    @Test
    void anyWriteIsAChange() {
        Told listener = new Told();
        Journal observed = new ObservedJournal(new MemoryJournal(10), List.of(listener));
        observed.pause(List.of(new Pause("web", Direction.OUT, "", "", NOW)));
        observed.resume("web", Set.of(Direction.OUT));
        Approval asked = observed.ask(RESIZE, NOW, NOW.plusSeconds(1));
        observed.approve(asked.id(), NOW);
        observed.close(asked, ApprovalStatus.EXPIRED);
        observed.decline(asked.id(), new Declined("ana", "", NOW));
        assertThat(listener.changes).isEqualTo(6);
        assertThat(told).doesNotContain("declined " + asked.id());
    }

    @Test
    void aNoIsToldOnceThoughItBeSaidTwice() {
        Journal observed = new ObservedJournal(new MemoryJournal(10), List.of(new Told()));
        Approval asked = observed.ask(RESIZE, NOW, NOW.plusSeconds(9));
        observed.decline(asked.id(), new Declined("ana", "", NOW));
        observed.decline(asked.id(), new Declined("bob", "", NOW.plusSeconds(1)));
        assertThat(told).containsExactly("asked " + asked.id(), "declined " + asked.id());
    }

    @Test
    void whatWasNotWrittenIsNotTold() {
        Journal refusing = new ObservedJournal(closed(), List.of(new Told()));
        assertThatThrownBy(() -> refusing.hold(new Hold("web", 3, "", List.of()), NOW))
                .isInstanceOf(JournalException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        JournalListener broken = new JournalListener() {
            @Override
            public void planned(Update update) {
                throw new IllegalStateException("nobody listens");
            }
        };
        Journal observed = new ObservedJournal(new MemoryJournal(10), List.of(broken, new Told()));
        observed.plan(List.of(RESIZE), NOW);
        assertThat(observed.updates(1)).extracting(Update::status).containsExactly(UpdateStatus.PENDING);
        assertThat(told).containsExactly("planned 1");
    }

    /** A default method that is not handed on would answer for the journal behind. */
    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodIsHandedOn(Method method) throws NoSuchMethodException {
        assertThat(ObservedJournal.class
                        .getMethod(method.getName(), method.getParameterTypes())
                        .getDeclaringClass())
                .isEqualTo(ObservedJournal.class);
    }

    static Stream<Method> methods() {
        return Stream.of(Journal.class.getMethods()).filter(it -> !Modifier.isStatic(it.getModifiers()));
    }

    private final class Told implements JournalListener {
        private int changes;

        @Override
        public void received(List<ScalingIntent> intents, List<Appended> results) {
            for (int i = 0; i < intents.size(); i++) {
                told.add("received %s %s"
                        .formatted(
                                intents.get(i).id(), results.get(i).getClass().getSimpleName()));
            }
        }

        @Override
        public void held(Hold decision) {
            told.add("held " + decision.size());
        }

        @Override
        public void planned(Update update) {
            told.add("planned " + update.id());
        }

        @Override
        public void updated(Update update) {
            told.add(update.status() + " " + update.id());
        }

        @Override
        public void asked(Approval approval) {
            told.add("asked " + approval.id());
        }

        @Override
        public void declined(Approval approval) {
            told.add("declined " + approval.id());
        }

        @Override
        public void changed() {
            changes++;
        }
    }

    /** Refuses everything. */
    private static Journal closed() {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    throw new JournalException("closed");
                });
    }
}
