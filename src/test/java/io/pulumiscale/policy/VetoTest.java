package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Declined;
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

/** What a person's no holds, and how long. Ten are declined to become fifteen or five, half an hour after the question. */
class VetoTest {
    private static final Pool WEB = new RulesBuilder()
            .alertTtl("P1D")
            .cooldownOut("PT3M")
            .approval(3, "PT1H")
            .pool(1, 20);
    private static final Instant SAID = NOW.plus(Duration.ofMinutes(30));
    private static final Declined NO = new Declined("ana", "not tonight", SAID);
    private static final ScalingIntent SURGE = alert("Surge", "web", new Delta(5));

    @Test
    void whatWaitedIsAnsweredWithWhoSaidNoAndWhy() {
        assertThat(after("PT1S").waiting(SURGE).decision()).isInstanceOfSatisfying(Hold.class, hold -> {
            assertThat(hold.reason()).isEqualTo("Surge, +5; 10→15 declined by ana: not tonight");
            assertThat(hold.intents()).containsExactly(SURGE.id());
        });
        ScalingIntent asked = person("ada", "web", new Delta(5));
        assertThat(after("PT1S").waiting(asked).decision()).isInstanceOfSatisfying(Hold.class, hold -> {
            assertThat(hold.reason()).endsWith("; 10→15 declined by ana: not tonight");
            assertThat(hold.intents()).containsExactly(asked.id());
        });
    }

    @ParameterizedTest
    @CsvSource({"PT1S, false", "PT59M59S, false", "PT1H, true"})
    void anAlertThatGoesOnAsksAgainAfterAsLongAsAQuestionWaits(Duration after, boolean asks) {
        Verdict verdict = Situations.of(WEB, 10)
                .firing(SURGE)
                .declined(no(15))
                .at(SAID.plus(after))
                .verdict();
        assertThat(verdict instanceof Verdict.Ask).isEqualTo(asks);
        assertThat(verdict instanceof Verdict.Nothing).isEqualTo(!asks);
    }

    @ParameterizedTest
    @CsvSource({"15, 4, false", "15, 9, false", "15, 3, true", "5, 9, true", "5, -9, false", "5, -3, true"})
    void alertsAskForNothingInItsDirectionThatNeedsAWord(int declined, int wanted, boolean heard) {
        Verdict verdict = Situations.of(WEB, 10)
                .firing(alert("Other", "web", new Delta(wanted)))
                .declined(no(declined))
                .at(SAID.plusSeconds(1))
                .verdict();
        assertThat(verdict instanceof Verdict.Nothing).isEqualTo(!heard);
    }

    @ParameterizedTest
    @CsvSource({"PT2M59S, 5, false", "PT3M, 5, true", "PT3M, 4, true", "PT3M, 3, false", "PT3M, -5, false"})
    void anAlertThatNobodyHadHeardOfAsksAfterARest(Duration after, int wanted, boolean asks) {
        ScalingIntent news = later(alert("News", "web", new Delta(wanted)));
        Verdict verdict = Situations.of(WEB, 10)
                .firing(SURGE)
                .firing(news)
                .declined(no(15))
                .at(SAID.plus(after))
                .verdict();
        assertThat(verdict instanceof Verdict.Ask).isEqualTo(asks);
    }

    @ParameterizedTest
    @CsvSource({"PT29S, false", "PT30S, true"})
    void aRestIsNeverShorterThanHalfAMinute(Duration after, boolean asks) {
        Pool hasty = new RulesBuilder()
                .alertTtl("P1D")
                .cooldownOut("PT0S")
                .approval(3, "PT1H")
                .pool(1, 20);
        Verdict verdict = Situations.of(hasty, 10)
                .firing(later(SURGE))
                .declined(no(15))
                .at(SAID.plus(after))
                .verdict();
        assertThat(verdict instanceof Verdict.Ask).isEqualTo(asks);
    }

    @Test
    void whoeverAsksAfterwardsIsHeardWithoutWhatAlertsWant() {
        assertThat(after("PT1S")
                        .firing(SURGE)
                        .waiting(later(person("bob", "web", new Delta(2))))
                        .decision())
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(12));
        assertThat(after("PT1S")
                        .waiting(later(person("bob", "web", new Change.SetTo(15))))
                        .verdict())
                .isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void aSmallerYesAfterItIsCarriedOutAndNothingMore() {
        assertThat(after("PT1S")
                        .firing(SURGE)
                        .waiting(later(person("bob", "web", new Delta(4))))
                        .asked(new Approval(
                                8, "web", 10, 14, "", SAID, NOW.plusSeconds(9_999), ApprovalStatus.APPROVED))
                        .decision())
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(14));
    }

    @Test
    void aYesToAsMuchTakesItBack() {
        assertThat(after("PT1S")
                        .firing(SURGE)
                        .asked(new Approval(
                                8, "web", 10, 15, "", SAID, NOW.plusSeconds(9_999), ApprovalStatus.APPROVED))
                        .decision())
                .isInstanceOf(Resize.class);
    }

    @Test
    void fromAnotherSizeItIsAnotherQuestion() {
        assertThat(Situations.of(WEB, 9)
                        .firing(SURGE)
                        .declined(no(15))
                        .at(SAID.plusSeconds(1))
                        .verdict())
                .isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void whoLooksSeesItWhileItCounts() {
        assertThat(after("PT1S").restraints().veto()).hasValueSatisfying(veto -> {
            assertThat(veto.word()).isEqualTo(NO);
            assertThat(veto.until()).isEqualTo(SAID.plus(Duration.ofHours(1)));
        });
        assertThat(after("PT1H").restraints().veto()).isEmpty();
    }

    private static Situations after(String rest) {
        return Situations.of(WEB, 10).declined(no(15)).at(SAID.plus(Duration.parse(rest)));
    }

    private static Approval no(int to) {
        return new Approval(7, "web", 10, to, "Surge, +5", NOW, NOW.plus(Duration.ofHours(1)), ApprovalStatus.WAITING)
                .as(NO);
    }

    private static ScalingIntent later(ScalingIntent it) {
        return new ScalingIntent(
                it.id(),
                it.pool(),
                it.change(),
                it.source(),
                it.reason(),
                it.firing(),
                it.deduplicationKey(),
                SAID.plusNanos(1));
    }
}
