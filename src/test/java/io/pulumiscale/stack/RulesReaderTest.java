package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.StepLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesReaderTest {

    @Test
    void aPoolThatSaysNothingHasTheStandardRules() {
        assertThat(Pools.rules("")).isEqualTo(ScalingRules.standard());
    }

    @Test
    void whatIsSaidIsRead() {
        String said = "cooldownOut:'PT10S',cooldownIn:'PT20M',stabilization:'PT15M',maxStep:4,maxStepPercent:50,"
                + "alertTtl:'P2D',paused:'in',approvalAbove:3,approvalTtl:'PT30M'";
        assertThat(Pools.rules(said))
                .isEqualTo(new ScalingRules(
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(15),
                        new StepLimit(OptionalInt.of(4), OptionalInt.of(50)),
                        Duration.ofDays(2),
                        Paused.IN,
                        Optional.of(new ApprovalRule(3, Duration.ofMinutes(30))),
                        List.of()));
    }

    @Test
    void anApprovalIsWaitedForAnHourUnlessItIsSaid() {
        assertThat(Pools.rules("approvalAbove:0").approval()).contains(new ApprovalRule(0, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @EnumSource
    void everyPauseIsRead(Paused paused) {
        assertThat(Pools.rules("paused:'%s'".formatted(paused.key())).paused()).isEqualTo(paused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooldownOut:'PT0S',cooldownIn:'PT24H',stabilization:'P1D'",
                "alertTtl:'PT0S'",
                "alertTtl:'P7D'",
                "maxStep:1,maxStepPercent:1000",
                "maxStep:10000,maxStepPercent:1",
                "approvalAbove:10000,approvalTtl:'PT1S'",
                "approvalAbove:0,approvalTtl:'P7D'",
                "schedule:[]",
                "maxStep:null,alertTtl:null,paused:null,approvalAbove:null,approvalTtl:null,schedule:null"
            })
    void theEndsOfEveryRangeAreInIt(String rules) {
        assertThat(Pools.faults(rules)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cooldownIn:'5m'            | cooldownIn: a duration such as PT5M is needed, not 5m",
                "cooldownIn:300             | cooldownIn: a duration such as PT5M is needed, not 300",
                "cooldownIn:['PT5M']        | cooldownIn: a duration such as PT5M is needed, not [\"PT5M\"]",
                "cooldownOut:''             | cooldownOut: a duration such as PT5M is needed, not \"\"",
                "cooldownOut:'-PT1S'        | cooldownOut: -PT1S is not between PT0S and PT24H",
                "cooldownOut:'PT24H1S'      | cooldownOut: PT24H1S is not between PT0S and PT24H",
                "cooldownIn:'PT24H1S'       | cooldownIn: PT24H1S is not between PT0S and PT24H",
                "stabilization:'P2D'        | stabilization: P2D is not between PT0S and PT24H",
                "alertTtl:'P8D'             | alertTtl: P8D is not between PT0S and PT168H",
                "maxStep:0                  | maxStep: 0 is not between 1 and 10000",
                "maxStep:10001              | maxStep: 10001 is not between 1 and 10000",
                "maxStep:'4'                | maxStep: a whole number is needed, not \"4\"",
                "maxStepPercent:0           | maxStepPercent: 0 is not between 1 and 1000",
                "maxStepPercent:1001        | maxStepPercent: 1001 is not between 1 and 1000",
                "paused:'inn'               | paused: inn is unknown, did you mean in?",
                "paused:'everything'        | paused: everything is unknown, there is none, out, in, all",
                "paused:true                | paused: a text is needed, not true",
                "approvalAbove:-1           | approvalAbove: -1 is not between 0 and 10000",
                "approvalAbove:10001        | approvalAbove: 10001 is not between 0 and 10000",
                "approvalTtl:'PT1H'         | approvalTtl: means nothing without approvalAbove",
                "approvalAbove:1,approvalTtl:'PT0S' | approvalTtl: PT0S is not between PT1S and PT168H",
                "approvalAbove:1,approvalTtl:'P8D'  | approvalTtl: P8D is not between PT1S and PT168H",
                "approvalAbove:-1,approvalTtl:'P1D' | approvalAbove: -1 is not between 0 and 10000",
                "cooldownInn:'PT5M'         | cooldownInn: unknown, did you mean cooldownIn?"
            })
    void aFaultIsToldByItsPath(String rules, String fault) {
        assertThat(Pools.faults(rules)).containsExactly("pools.web." + fault);
    }
}
