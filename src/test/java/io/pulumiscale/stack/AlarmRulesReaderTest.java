package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.stack.AlarmRule.Condition;
import io.pulumiscale.stack.AlarmRule.Metric;
import io.pulumiscale.stack.AlarmRule.MetricMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmRulesReaderTest {
    private static final String BACKLOG =
            "{name:'backlog',namespace:'AWS/SQS',metric:'ApproximateNumberOfMessagesVisible',"
                    + "dimensions:{'QueueName':'jobs'},statistic:'Maximum',comparison:'GreaterThanOrEqualToThreshold',"
                    + "threshold:1000.5,periods:5,datapoints:3,period:'PT2M',treatMissingData:'notBreaching',"
                    + "action:'percent',value:50}";
    private static final String SHORT =
            "name:'busy',metric:'CPUUtilization',comparison:'GreaterThanThreshold',threshold:60";

    @Test
    void withoutRulesHighCpuScalesOutAndLowCpuScalesIn() {
        Metric cpu = new Metric("AWS/EC2", "CPUUtilization", Map.of(), "Average");
        assertThat(rules(Pools.WEB + ",scaleOut:2,cpuHigh:80,cpuLow:20"))
                .containsExactly(
                        new AlarmRule(
                                "cpu-high",
                                cpu,
                                new Condition(Comparison.ABOVE, 80, 3, OptionalInt.empty(), 60, "missing"),
                                new Change.Delta(2)),
                        new AlarmRule(
                                "cpu-low",
                                cpu,
                                new Condition(Comparison.BELOW, 20, 15, OptionalInt.empty(), 60, "missing"),
                                new Change.Delta(-1)));
    }

    /** Regression: EC2 measures them every five minutes, so that four of five periods of one minute had no data. */
    @ParameterizedTest
    @ValueSource(strings = {Pools.BATCH, Pools.WEB + ",detailedMonitoring:false"})
    void withoutDetailedMonitoringAPeriodIsAsLongAsItTakesToMeasure(String pool) {
        assertThat(rules(pool))
                .extracting(
                        rule -> rule.condition().period(),
                        rule -> rule.condition().periods())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(300, 1), org.assertj.core.groups.Tuple.tuple(300, 3));
        assertThat(rules(pool + ",rules:[{%s,action:'scaleOut'}]".formatted(SHORT)))
                .singleElement()
                .extracting(rule -> rule.condition().period())
                .isEqualTo(300);
    }

    @Test
    void everythingThatIsSaidIsRead() {
        assertThat(rules(Pools.WEB + ",rules:[%s]".formatted(BACKLOG)))
                .containsExactly(new AlarmRule(
                        "backlog",
                        new Metric(
                                "AWS/SQS",
                                "ApproximateNumberOfMessagesVisible",
                                Map.of("QueueName", "jobs"),
                                "Maximum"),
                        new Condition(Comparison.AT_LEAST, 1000.5, 5, OptionalInt.of(3), 120, "notBreaching"),
                        new Change.Percent(50)));
    }

    @Test
    void whatIsNotSaidHasADefault() {
        assertThat(rules(Pools.WEB + ",rules:[{%s,action:'scaleOut'}]".formatted(SHORT)))
                .containsExactly(new AlarmRule(
                        "busy",
                        new Metric("AWS/EC2", "CPUUtilization", Map.of(), "Average"),
                        new Condition(Comparison.ABOVE, 60, 3, OptionalInt.empty(), 60, "missing"),
                        new Change.Delta(1)));
    }

    @Test
    void anEmptyListMeansNoAlarms() {
        assertThat(rules(Pools.WEB + ",rules:[]")).isEmpty();
        assertThat(pool(Pools.WEB + ",rules:[]").alarms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action:'scaleOut' | +3",
                "action:'scaleIn' | -2",
                "action:'delta',value:-4 | -4",
                "action:'percent',value:150 | +150%",
                "action:'set',value:0 | =0"
            })
    void aFiringAlarmMeansWhatItsActionSays(String action, String change) {
        Pool web = pool(Pools.WEB + ",scaleOut:3,scaleIn:2,rules:[{%s,%s}]".formatted(SHORT, action));
        assertThat(web.changeOf("pulumiscale-dev-web-busy")).map(Change::text).contains(change);
    }

    @Test
    void anExpressionHasMetricsOfItsOwn() {
        String rule =
                "{name:'load',expression:'backlog / hosts',metrics:{backlog:{namespace:'AWS/SQS',metric:'Visible',"
                        + "dimensions:{'QueueName':'jobs'}},hosts:{namespace:'AWS/AutoScaling',metric:'InService',"
                        + "statistic:'p99.9'}},comparison:'LessThanThreshold',threshold:0,action:'scaleIn'}";
        assertThat(rules(Pools.WEB + ",rules:[%s]".formatted(rule)))
                .singleElement()
                .extracting(AlarmRule::measure)
                .isEqualTo(new MetricMath(
                        "backlog / hosts",
                        Map.of(
                                "backlog", new Metric("AWS/SQS", "Visible", Map.of("QueueName", "jobs"), "Average"),
                                "hosts", new Metric("AWS/AutoScaling", "InService", Map.of(), "p99.9"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name:'Busy' | name: Busy is not a name of up to 63 of a-z, 0-9 and - that begins with a letter",
                "name:null | name: missing",
                "metric:null | metric: missing",
                "metrik:'m' | metrik: unknown, did you mean metric?",
                "threshold:null | threshold: missing",
                "threshold:'60' | threshold: a number is needed, not \"60\"",
                "threshold:true | threshold: a number is needed, not true",
                "threshold:1e999 | threshold: a number is needed, not \"Infinity\"",
                "comparison:null | comparison: missing",
                "comparison:'GreaterThanTreshold' | comparison: GreaterThanTreshold is unknown, did you mean GreaterThanThreshold?",
                "statistic:'Mean' | statistic: Mean is not a statistic such as Average, Sum, Maximum or p99",
                "statistic:'p101' | statistic: p101 is not a statistic such as Average, Sum, Maximum or p99",
                "periods:0 | periods: 0 is not between 1 and 8640",
                "periods:1441 | periods: 1441 periods of PT1M are more than a day",
                "period:'PT2H',periods:85 | periods: 85 periods of PT2H are more than a week",
                "period:'PT45S' | period: PT45S is not PT10S, PT20S, PT30S or whole minutes",
                "period:'PT1M0.5S' | period: PT1M0.5S is not PT10S, PT20S, PT30S or whole minutes",
                "period:'PT1S' | period: PT1S is not between PT10S and PT24H",
                "period:60 | period: a duration such as PT5M is needed, not 60",
                "datapoints:4 | datapoints: 4 is not between 1 and 3",
                "treatMissingData:'notbreaching' | treatMissingData: notbreaching is unknown, did you mean notBreaching?",
                "dimensions:{'A':7} | dimensions.A: a text is needed, not 7",
                "dimensions:['A'] | dimensions: a mapping is needed, not [\"A\"]",
                "action:null | action: missing",
                "action:'scaleout' | action: scaleout is unknown, did you mean scaleOut?",
                "value:3 | value: means nothing with scaleOut: the pool's own step counts",
                "action:'delta' | value: missing: delta needs one",
                "action:'delta',value:0 | value: 0 changes nothing",
                "action:'percent',value:-101 | value: -101 is not between -100 and 10000",
                "action:'set',value:-1 | value: -1 is not between 0 and 10000",
                "expression:'m1' | metric: means nothing with an expression: say it in metrics; metrics: missing",
                "metric:null,metrics:{m1:{metric:'x'}} | expression: missing",
                "metric:null,expression:'1',metrics:{} | metrics: a mapping of mappings is needed, not {}",
                "metric:null,expression:'1',metrics:{M1:{metric:'x'}} "
                        + "| metrics.M1: an id has letters, digits and _, begins with a small letter, and is not result",
                "metric:null,expression:'1',metrics:{result:{metric:'x'}} "
                        + "| metrics.result: an id has letters, digits and _, begins with a small letter, and is not result",
                "metric:null,expression:'1',metrics:{m1:{metrik:'x'}} "
                        + "| metrics.m1.metric: missing; metrics.m1.metrik: unknown, did you mean metric?"
            })
    void aFaultIsToldByItsPath(String changed, String expected) {
        assertThat(Pools.faults("rules:[{%s}]".formatted(overridden(changed))))
                .containsExactly(java.util.Arrays.stream(expected.split("; (?=[a-z.A-Z0-9]+: )", -1))
                        .map(fault -> "pools.web.rules[0]." + fault)
                        .toArray(String[]::new));
    }

    @Test
    void aNameOfTwoRulesIsAFault() {
        String twice = "rules:[{%s,action:'scaleOut'},{%s,action:'scaleIn'}]".formatted(SHORT, SHORT);
        assertThat(Pools.faults(twice)).containsExactly("pools.web.rules[1].name: busy is there twice");
    }

    @Test
    void cpuHighMeansNothingWithRules() {
        assertThat(Pools.faults("cpuHigh:80,cpuLow:10,rules:[]"))
                .containsExactly(
                        "pools.web.cpuHigh: means nothing with rules: say it in one of them",
                        "pools.web.cpuLow: means nothing with rules: say it in one of them");
    }

    @Test
    void theNameOfAnAlarmFitsIntoCloudWatch() {
        String stack = "s".repeat(100);
        String json = Pools.json(
                "web:{%s,rules:[{%s,action:'scaleOut'}]}".formatted(Pools.WEB, SHORT.replace("busy", "b".repeat(63))));
        InvalidConfiguration invalid = org.assertj.core.api.Assertions.catchThrowableOfType(
                InvalidConfiguration.class, () -> StackConfig.read("p".repeat(100), stack, Optional.of(json)));
        assertThat(invalid.faults())
                .singleElement()
                .asString()
                .startsWith("pools.web.rules[0].name: the alarm's name, p")
                .endsWith("has 269 characters; CloudWatch takes 255");
    }

    /** The short rule, with entries of these keys in place of its own. */
    private static String overridden(String changed) {
        StringBuilder rule = new StringBuilder();
        for (String entry : (SHORT + ",action:'scaleOut'").split(",", -1)) {
            if (!(", " + changed).contains(entry.substring(0, entry.indexOf(':') + 1))) {
                rule.append(entry).append(',');
            }
        }
        return rule.append(changed).toString();
    }

    private static List<AlarmRule> rules(String pool) {
        return spec(pool).settings().alarms();
    }

    private static Pool pool(String pool) {
        return spec(pool).pool();
    }

    private static PoolSpec spec(String pool) {
        return Pools.read(Pools.json("web:{%s}".formatted(pool))).spec("web").orElseThrow();
    }
}
