package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a journal people are told, whatever it keeps its record in. */
abstract class OutboxContract extends DeclineContract {
    private static final String RECEIVER = "some";

    private List<Notice> notices() {
        return journal.notices(RECEIVER, 100);
    }

    private Update ended(UpdateStatus how, Optional<String> problem, Resize... resizes) {
        Update update = journal.plan(List.of(resizes), NOW).running(NOW).ended(how, problem, NOW.plusSeconds(2));
        journal.save(update);
        return update;
    }

    private static Resize resize(String pool, int from, int to, String reason) {
        return new Resize(pool, from, to, reason, List.of());
    }

    private void hold(String reason, Instant at) {
        journal.hold(new Hold("web", 8, reason, List.of()), at);
    }

    @Test
    void ofAnUpdateThatSucceededEveryPoolIsToldOnce() {
        journal.follow(RECEIVER);
        Update update = ended(
                UpdateStatus.SUCCEEDED,
                Optional.empty(),
                resize("web", 3, 5, "HighCPU firing, +2"),
                resize("batch", 1, 4, "by hand, =4"));
        journal.save(update);
        assertThat(notices())
                .extracting(Notice::kind, Notice::pool, Notice::from, Notice::to, Notice::reason, Notice::update)
                .containsExactly(
                        tuple(NoticeKind.SCALED, "web", 3, 5, "HighCPU firing, +2", Optional.of(update.id())),
                        tuple(NoticeKind.SCALED, "batch", 1, 4, "by hand, =4", Optional.of(update.id())));
        assertThat(notices()).extracting(Notice::at).containsOnly(NOW.plusSeconds(2));
    }

    @Test
    void whatRunsOrWasWithdrawnIsNotTold() {
        journal.follow(RECEIVER);
        Update running = journal.plan(List.of(resize("web", 3, 5, "x")), NOW).running(NOW);
        journal.save(running);
        journal.withdraw(running, "moved", NOW);
        assertThat(notices()).isEmpty();
    }

    @Test
    void anUpdateThatWasGivenUpOrFailedNeedsAPerson() {
        journal.follow(RECEIVER);
        ended(UpdateStatus.STALLED, Optional.of("gave up after 10 tries"), resize("web", 3, 5, "x"));
        ended(UpdateStatus.FAILED, Optional.of("no such image"), resize("web", 3, 5, "x"));
        assertThat(notices())
                .extracting(Notice::kind, Notice::problem)
                .containsExactly(
                        tuple(NoticeKind.STALLED, Optional.of("gave up after 10 tries")),
                        tuple(NoticeKind.STALLED, Optional.of("no such image")));
    }

    @Test
    void aResizeThatMaxHasCutShortIsAtItsLimitToo() {
        journal.follow(RECEIVER);
        ended(
                UpdateStatus.SUCCEEDED,
                Optional.empty(),
                resize("web", 4, 8, "Backlog firing, +900%; capped 40→8 by max"));
        assertThat(notices()).extracting(Notice::kind).containsExactly(NoticeKind.SCALED, NoticeKind.LIMIT);
    }

    @Test
    void aPoolThatStaysAtItsMaxIsToldOfOnceAnHourUntilItIsResized() {
        journal.follow(RECEIVER);
        hold("HighCPU firing, +2; capped 10→8 by max", NOW);
        hold("Backlog firing, +1; capped 9→8 by max", NOW.plus(Duration.ofMinutes(59)));
        assertThat(notices()).hasSize(1);
        hold("HighCPU firing, +2; capped 10→8 by max", NOW.plus(Duration.ofMinutes(61)));
        assertThat(notices()).extracting(Notice::kind).containsExactly(NoticeKind.LIMIT, NoticeKind.LIMIT);
        ended(UpdateStatus.SUCCEEDED, Optional.empty(), resize("web", 8, 7, "Idle firing, -1"));
        hold("HighCPU firing, +2; capped 10→8 by scheduled max", NOW.plus(Duration.ofMinutes(62)));
        assertThat(notices()).hasSize(4);
    }

    @Test
    void aHoldForAnyOtherReasonIsNotTold() {
        journal.follow(RECEIVER);
        hold("Idle firing, -1; capped 1→8 by min", NOW);
        hold("HighCPU firing, +2; cooldown until 2026-11-24T10:00:00Z", NOW);
        hold("by hand, =8; already 8", NOW);
        assertThat(notices()).isEmpty();
    }

    @Test
    void whoeverAsksForApprovalIsTold() {
        journal.follow(RECEIVER);
        Approval asked = journal.ask(resize("web", 3, 40, "by hand, =40"), NOW, NOW.plusSeconds(60));
        assertThat(notices())
                .extracting(Notice::kind, Notice::approval, Notice::at)
                .containsExactly(tuple(NoticeKind.APPROVAL, Optional.of(asked.id()), NOW));
    }

    @Test
    void aReceiverIsToldWhatCameSinceItIsThereAndNothingTwice() {
        hold("a, +1; capped 9→8 by max", NOW);
        assertThat(notices()).isEmpty();
        journal.follow(RECEIVER);
        assertThat(notices()).isEmpty();
        ended(UpdateStatus.SUCCEEDED, Optional.empty(), resize("web", 3, 5, "x"), resize("batch", 1, 2, "y"));
        journal.follow(RECEIVER);
        List<Notice> both = notices();
        assertThat(both).hasSize(2);
        assertThat(journal.notices(RECEIVER, 1)).containsExactly(both.get(0));
        journal.told(RECEIVER, both.get(1).id());
        journal.told(RECEIVER, both.get(0).id());
        assertThat(notices()).isEmpty();
        journal.follow("another");
        assertThat(journal.notices("another", 10)).isEmpty();
    }
}
