package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal knows of pools besides intents and updates: alerts, histories, approvals. */
abstract class PoolsContract {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MUCH_LATER = NOW.plusSeconds(120);

    Journal journal;

    /** An empty one, that has room for 1,000 intents and updates at least. */
    abstract Journal open() throws Exception;

    @BeforeEach
    void openJournal() throws Exception {
        journal = open();
        assertThat(journal.lease().tenure()).as("whoever decides asks first").isInstanceOf(Tenure.Held.class);
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void anAlertFiresAfterItsIntentIsAnswered() {
        fires("high", NOW);
        answer("high");
        assertThat(journal.alerts(MUCH_LATER))
                .containsExactly(new Alert(
                        "high",
                        "web",
                        new Delta(2),
                        Source.ALERTMANAGER,
                        "high firing, +2",
                        NOW,
                        LATER,
                        Optional.empty()));
    }

    @Test
    void itsEndIsKnownFromWhenItWasHeardOf() {
        fires("high", NOW);
        answer("high");
        ends("high", NOW.plusSeconds(5), MUCH_LATER);
        assertThat(journal.alerts(MUCH_LATER)).extracting(Alert::endHeardAt).containsExactly(Optional.of(MUCH_LATER));
        assertThat(journal.alerts(MUCH_LATER.plusMillis(1))).isEmpty();
    }

    @Test
    void anAlertBehindAnIntentThatWaitsIsGivenWheneverItEnded() {
        fires("high", NOW);
        ends("high", NOW.plusSeconds(5), LATER);
        assertThat(journal.alerts(MUCH_LATER)).extracting(Alert::over).containsExactly(true);
    }

    @Test
    void anEndThatIsHeardOfBeforeTheBeginningEndsIt() {
        ends("high", NOW.plusSeconds(5), LATER);
        assertThat(journal.alerts(NOW)).isEmpty();
        fires("high", NOW);
        assertThat(journal.alerts(NOW)).extracting(Alert::over).containsExactly(true);
    }

    @Test
    void anEndOfAnEarlierTimeDoesNotEndWhatFiresAgain() {
        fires("high", NOW);
        fires("high", LATER);
        ends("high", NOW.plusSeconds(5), MUCH_LATER);
        assertThat(journal.alerts(NOW)).extracting(Alert::over).containsExactly(false);
        assertThat(journal.alerts(NOW)).extracting(Alert::since).containsExactly(LATER);
    }

    @Test
    void anOlderEndThatComesLateChangesNothing() {
        fires("high", NOW.plusSeconds(3));
        ends("high", NOW.plusSeconds(5), LATER);
        ends("high", NOW.plusSeconds(1), MUCH_LATER);
        assertThat(journal.alerts(NOW)).extracting(Alert::endHeardAt).containsExactly(Optional.of(LATER));
    }

    @Test
    void anAlertThatEndedAtTheTimeOfItsBeginningIsOver() {
        fires("high", NOW);
        ends("high", NOW, LATER);
        assertThat(journal.alerts(NOW)).extracting(Alert::over).containsExactly(true);
    }

    @Test
    void anOlderBeginningThatComesLateChangesNothing() {
        fires("high", LATER);
        fires("high", NOW);
        assertThat(journal.alerts(NOW)).extracting(Alert::since).containsExactly(LATER);
    }

    @Test
    void aPoolWithoutResizesHasNoHistory() {
        assertThat(journal.histories()).isEmpty();
    }

    @Test
    void theLastResizeOfEachPoolIsKnownFromItsEnd() {
        end(UpdateStatus.SUCCEEDED, LATER);
        assertThat(journal.histories())
                .containsOnlyKeys("web")
                .containsEntry("web", new PoolHistory(Optional.of(LATER), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "STALLED"})
    void aFailureIsKnownUntilTheNextSuccess(UpdateStatus how) {
        end(UpdateStatus.SUCCEEDED, NOW);
        end(how, LATER);
        assertThat(journal.histories()).containsEntry("web", new PoolHistory(Optional.of(NOW), Optional.of(LATER)));
        end(UpdateStatus.SUCCEEDED, MUCH_LATER);
        assertThat(journal.histories())
                .containsEntry("web", new PoolHistory(Optional.of(MUCH_LATER), Optional.empty()));
    }

    @Test
    void whatIsWithdrawnOrHeldLeavesNoHistory() {
        journal.withdraw(journal.plan(List.of(resize()), NOW), "moved", LATER);
        journal.hold(new Hold("web", 3, "cooldown", List.of()), NOW);
        assertThat(journal.histories()).isEmpty();
    }

    @Test
    void howAnUpdateWentIsKept() {
        Execution execution =
                Execution.none().started(NOW).attempted(3).by("3.255.0").recordedAs(17);
        Update planned = journal.plan(List.of(resize()), NOW);
        Update ended = planned.executed(execution).ended(UpdateStatus.SUCCEEDED, Optional.empty(), LATER);
        journal.save(ended);
        assertThat(journal.updates(1)).containsExactly(ended);
    }

    @Test
    void whatIsAskedWaits() {
        Approval asked = journal.ask(resize(), NOW, LATER);
        assertThat(asked)
                .isEqualTo(new Approval(asked.id(), "web", 3, 5, "high, +2", NOW, LATER, ApprovalStatus.WAITING));
        assertThat(journal.approvals()).containsExactly(asked);
    }

    @Test
    void aWordInTimeCountsAndIsSaidTwiceWithoutHarm() {
        Approval asked = journal.ask(resize(), NOW, LATER);
        assertThat(journal.approve(asked.id(), LATER.minusNanos(1))).contains(asked.as(ApprovalStatus.APPROVED));
        assertThat(journal.approve(asked.id(), MUCH_LATER)).contains(asked.as(ApprovalStatus.APPROVED));
    }

    @Test
    void aWordTooLateOrForNothingDoesNotCount() {
        Approval asked = journal.ask(resize(), NOW, LATER);
        assertThat(journal.approve(asked.id(), LATER)).contains(asked);
        assertThat(journal.approve(asked.id() + 1, NOW)).isEmpty();
    }

    @Test
    void anotherQuestionAboutThePoolOutdatesTheFirst() {
        Approval first = journal.ask(resize(), NOW, LATER);
        Approval second = journal.ask(resize(), NOW, LATER);
        assertThat(journal.approvals()).containsExactly(second);
        assertThat(journal.approve(first.id(), NOW).map(Approval::status))
                .isNotEqualTo(Optional.of(ApprovalStatus.APPROVED));
    }

    @Test
    void whatIsClosedStaysClosed() {
        Approval asked = journal.ask(resize(), NOW, LATER);
        journal.close(asked, ApprovalStatus.EXPIRED);
        journal.close(asked, ApprovalStatus.OUTDATED);
        assertThat(journal.approve(asked.id(), NOW)).contains(asked.as(ApprovalStatus.EXPIRED));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "STALLED"})
    void anApprovalIsSpentByTheUpdate(UpdateStatus how) {
        Approval asked = journal.ask(resize(), NOW, LATER);
        journal.approve(asked.id(), NOW);
        end(how, LATER);
        assertThat(journal.approvals()).containsExactly(asked.as(ApprovalStatus.USED));
    }

    @Test
    void anUpdateThatIsWithdrawnSpendsNone() {
        Approval asked = journal.ask(resize(), NOW, LATER);
        journal.approve(asked.id(), NOW);
        Update running = journal.plan(List.of(resize()), NOW).running(NOW);
        journal.save(running);
        journal.withdraw(running, "moved", LATER);
        assertThat(journal.approvals()).containsExactly(asked.as(ApprovalStatus.APPROVED));
    }

    private void end(UpdateStatus how, Instant at) {
        journal.save(journal.plan(List.of(resize()), NOW).ended(how, Optional.empty(), at));
    }

    private static Resize resize() {
        return new Resize("web", 3, 5, "high, +2", List.of());
    }

    /** Heard of at {@link #LATER}. */
    private void fires(String alert, Instant since) {
        Change change = new Delta(2);
        String key = alert + "/" + since;
        journal.append(
                List.of(new ScalingIntent(
                        new IntentId(key),
                        "web",
                        change,
                        Source.ALERTMANAGER,
                        alert + " firing, +2",
                        Optional.of(new Firing(alert, since)),
                        key,
                        LATER)),
                List.of(),
                LATER);
    }

    private void ends(String alert, Instant at, Instant heardAt) {
        journal.append(List.of(), List.of(new AlertEnd(alert, "web", Source.ALERTMANAGER, at)), heardAt);
    }

    private void answer(String alert) {
        journal.hold(new Hold("web", 3, "cooldown", List.of(new IntentId(alert + "/" + NOW))), NOW);
    }
}
