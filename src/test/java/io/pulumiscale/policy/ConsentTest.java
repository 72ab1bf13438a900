package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.ScalingIntent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Resizes that wait for a person's word. */
class ConsentTest {
    private static final Pool WEB =
            new RulesBuilder().alertTtl("P1D").approval(3, "PT1H").pool(1, 20);
    private static final ScalingIntent SURGE = alert("Surge", "web", new Delta(5));
    private static final Instant EXPIRES = NOW.plus(Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"3, false", "4, true", "-3, false", "-4, true"})
    void aResizeBeyondTheThresholdIsAskedForFirst(int by, boolean asks) {
        Verdict verdict = Situations.of(WEB, 10)
                .waiting(person("ada", "web", new Delta(by)))
                .verdict();
        assertThat(verdict instanceof Verdict.Ask).isEqualTo(asks);
    }

    @Test
    void whileNobodyHasSpokenItWaits() {
        assertThat(surge(ApprovalStatus.WAITING).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Waits.class,
                        it -> assertThat(it.approval().id()).isEqualTo(7));
    }

    @Test
    void whatIsApprovedIsDone() {
        assertThat(surge(ApprovalStatus.APPROVED).decision()).isInstanceOf(Resize.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"USED", "OUTDATED", "DECLINED"})
    void whatIsSpentIsAskedForAgain(ApprovalStatus status) {
        assertThat(surge(status).verdict()).isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void anApprovalOfOtherSizesIsNone() {
        assertThat(Situations.of(WEB, 11)
                        .waiting(SURGE)
                        .asked(approval(ApprovalStatus.APPROVED))
                        .verdict())
                .isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void whatNobodyHasApprovedInTimeIsHeldAndSaysSo() {
        assertThat(surge(ApprovalStatus.WAITING).at(EXPIRES).decision()).isInstanceOfSatisfying(Hold.class, hold -> {
            assertThat(hold.reason())
                    .isEqualTo("Surge, +5; 10→15 needs a person's word, and approval 7 expired at " + EXPIRES);
            assertThat(hold.intents()).containsExactly(SURGE.id());
        });
    }

    @ParameterizedTest
    @CsvSource({"PT59M59S, false", "PT1H, true"})
    void anAlertThatGoesOnAsksAgainAfterAPauseAsLongAsTheWait(Duration after, boolean asks) {
        Verdict verdict = Situations.of(WEB, 10)
                .firing(SURGE)
                .asked(approval(ApprovalStatus.EXPIRED))
                .at(EXPIRES.plus(after))
                .verdict();
        assertThat(verdict instanceof Verdict.Ask).isEqualTo(asks);
    }

    @Test
    void whoHadAskedBeforeTheExpiryIsAnsweredAndNotAskedForAgain() {
        assertThat(surge(ApprovalStatus.EXPIRED).at(EXPIRES.plusSeconds(2)).decision())
                .isInstanceOfSatisfying(Hold.class, hold -> {
                    assertThat(hold.reason()).contains("approval 7 expired");
                    assertThat(hold.intents()).containsExactly(SURGE.id());
                });
    }

    @Test
    void whoAsksAfterTheExpiryIsHeard() {
        ScalingIntent plain = person("ada", "web", new Delta(5));
        ScalingIntent later = new ScalingIntent(
                plain.id(),
                "web",
                plain.change(),
                plain.source(),
                plain.reason(),
                plain.firing(),
                "k",
                EXPIRES.plusSeconds(1));
        assertThat(Situations.of(WEB, 10)
                        .waiting(later)
                        .asked(approval(ApprovalStatus.EXPIRED))
                        .at(EXPIRES.plusSeconds(2))
                        .verdict())
                .isInstanceOf(Verdict.Ask.class);
    }

    private static Situations surge(ApprovalStatus status) {
        return Situations.of(WEB, 10).waiting(SURGE).asked(approval(status));
    }

    private static Approval approval(ApprovalStatus status) {
        return new Approval(7, "web", 10, 15, "Surge, +5", NOW, EXPIRES, status);
    }
}
