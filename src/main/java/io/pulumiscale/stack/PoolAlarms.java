package io.pulumiscale.stack;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.pulumiscale.stack.AlarmRule.Condition;
import io.pulumiscale.stack.AlarmRule.Metric;
import io.pulumiscale.stack.AlarmRule.MetricMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The CloudWatch alarms of pools: one for each rule. They tell the topic when they go off and when they are over. */
final class PoolAlarms {
    /** Any other one is an extended one. */
    private static final Set<String> STATISTICS = Set.of("Average", "Sum", "Minimum", "Maximum", "SampleCount");

    private final String prefix;
    private final Output<String> topicArn;

    PoolAlarms(String prefix, Output<String> topicArn) {
        this.prefix = prefix;
        this.topicArn = topicArn;
    }

    /** @param groupName the pool's Auto Scaling group */
    void provision(String pool, List<AlarmRule> rules, Output<String> groupName, Resource parent) {
        for (AlarmRule rule : rules) {
            MetricAlarmArgs.Builder alarm = alarm(pool, rule);
            if (rule.measure() instanceof Metric metric) {
                look(alarm, metric, rule.condition(), groupName);
            } else if (rule.measure() instanceof MetricMath math) {
                alarm.metricQueries(queries(math, rule.condition(), groupName));
            }
            new MetricAlarm(
                    pool + "-" + rule.name(),
                    alarm.build(),
                    CustomResourceOptions.builder().parent(parent).build());
        }
    }

    private MetricAlarmArgs.Builder alarm(String pool, AlarmRule rule) {
        Condition condition = rule.condition();
        MetricAlarmArgs.Builder alarm = MetricAlarmArgs.builder()
                .name(rule.alarmIn(prefix, pool))
                .alarmDescription(rule.description(pool))
                .comparisonOperator(condition.comparison().word())
                .threshold(condition.threshold())
                .evaluationPeriods(condition.periods())
                .treatMissingData(condition.missing())
                .alarmActions(topicArn.applyValue(List::of))
                .okActions(topicArn.applyValue(List::of))
                .insufficientDataActions(topicArn.applyValue(List::of));
        condition.datapoints().ifPresent(alarm::datapointsToAlarm);
        return alarm;
    }

    private static void look(
            MetricAlarmArgs.Builder alarm, Metric metric, Condition condition, Output<String> groupName) {
        alarm.namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(dimensions(metric, groupName))
                .period(condition.period());
        if (STATISTICS.contains(metric.statistic())) {
            alarm.statistic(metric.statistic());
        } else {
            alarm.extendedStatistic(metric.statistic());
        }
    }

    private static List<MetricAlarmMetricQueryArgs> queries(
            MetricMath math, Condition condition, Output<String> groupName) {
        List<MetricAlarmMetricQueryArgs> queries = new ArrayList<>();
        queries.add(MetricAlarmMetricQueryArgs.builder()
                .id(MetricReader.RESULT)
                .expression(math.expression())
                .returnData(true)
                .build());
        math.metrics()
                .forEach((id, metric) -> queries.add(MetricAlarmMetricQueryArgs.builder()
                        .id(id)
                        .metric(MetricAlarmMetricQueryMetricArgs.builder()
                                .namespace(metric.namespace())
                                .metricName(metric.name())
                                .dimensions(dimensions(metric, groupName))
                                .stat(metric.statistic())
                                .period(condition.period())
                                .build())
                        .build()));
        return queries;
    }

    private static Output<Map<String, String>> dimensions(Metric metric, Output<String> groupName) {
        return metric.dimensions().isEmpty()
                ? groupName.applyValue(name -> Map.of("AutoScalingGroupName", name))
                : Output.of(metric.dimensions());
    }
}
