package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.Resize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every journal keeps of a person's no. */
abstract class DeclineContract extends HistoryContract {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Declined NO = new Declined("ana", "not tonight", NOW.plusSeconds(7));
    private static final Resize LAUNCH = new Resize("web", 3, 40, "launch, =40", List.of());

    @Test
    void aNoInTimeCountsIsADecisionAndIsTold() {
        journal.follow("r");
        Approval asked = ask();
        assertThat(journal.decline(asked.id(), NO)).contains(asked.as(NO));
        assertThat(journal.approvals()).containsExactly(asked.as(NO));
        assertThat(journal.history(HistoryQuery.latest(10))).singleElement().satisfies(entry -> {
            assertThat(entry.decided().at()).isEqualTo(NO.at());
            assertThat(entry.decided().decision())
                    .isEqualTo(new Hold("web", 3, "3→40 declined by ana: not tonight; it was launch, =40", List.of()));
        });
        Notice notice = journal.notices("r", 10).get(1);
        assertThat(notice.kind()).isEqualTo(NoticeKind.DECLINED);
        assertThat(notice.problem()).contains("declined by ana: not tonight");
        assertThat(notice.approval()).contains(asked.id());
        assertThat(notice.at()).isEqualTo(NO.at());
    }

    @Test
    void ofSeveralWordsTheFirstStays() {
        Approval declined = ask();
        journal.decline(declined.id(), NO);
        Declined other = new Declined("bob", "", NOW.plusSeconds(8));
        assertThat(journal.decline(declined.id(), other)).contains(declined.as(NO));
        assertThat(journal.approve(declined.id(), NOW.plusSeconds(8))).contains(declined.as(NO));
        assertThat(journal.history(HistoryQuery.latest(10))).hasSize(1);

        Approval approved = ask();
        journal.approve(approved.id(), NOW);
        assertThat(journal.decline(approved.id(), NO)).contains(approved.as(ApprovalStatus.APPROVED));
        assertThat(journal.history(HistoryQuery.latest(10))).hasSize(1);
    }

    @Test
    void aNoTooLateOrToNothingDoesNotCount() {
        Approval asked = ask();
        assertThat(journal.decline(asked.id(), new Declined("ana", "", LATER))).contains(asked);
        assertThat(journal.decline(asked.id() + 1, NO)).isEmpty();
        journal.close(asked, ApprovalStatus.OUTDATED);
        assertThat(journal.decline(asked.id(), NO)).contains(asked.as(ApprovalStatus.OUTDATED));
        assertThat(journal.history(HistoryQuery.latest(10))).isEmpty();
    }

    @Test
    void aNoStaysKnownWhenSomethingElseIsAsked() {
        Approval declined = ask();
        journal.decline(declined.id(), NO);
        Approval next = ask();
        assertThat(journal.approvals()).containsExactly(next, declined.as(NO));
        journal.close(declined, ApprovalStatus.OUTDATED);
        journal.decline(next.id(), NO);
        assertThat(journal.approvals()).containsExactly(next.as(NO));
    }

    @RepeatedTest(5)
    void ofAYesAndANoAtOnceOneCountsAndBothHearWhich() throws Exception {
        Approval asked = ask();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Optional<Approval>> yes = together(start, () -> journal.approve(asked.id(), NOW));
        CompletableFuture<Optional<Approval>> no = together(start, () -> journal.decline(asked.id(), NO));
        ApprovalStatus counts = journal(yes, no);
        assertThat(yes.get()).map(Approval::status).contains(counts);
        assertThat(no.get()).map(Approval::status).contains(counts);
        assertThat(journal.history(HistoryQuery.latest(10))).hasSize(counts == ApprovalStatus.DECLINED ? 1 : 0);
    }

    private ApprovalStatus journal(CompletableFuture<?> yes, CompletableFuture<?> no) {
        CompletableFuture.allOf(yes, no).join();
        return journal.approvals().get(0).status();
    }

    static <T> CompletableFuture<T> together(CyclicBarrier start, Supplier<T> word) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
                return word.get();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private Approval ask() {
        return journal.ask(LAUNCH, NOW, LATER);
    }
}
