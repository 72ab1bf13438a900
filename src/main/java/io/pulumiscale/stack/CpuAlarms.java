package io.pulumiscale.stack;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** The CloudWatch alarms of one pool: high CPU scales out, low CPU scales in. */
final class CpuAlarms {
    private static final int MINUTE = 60;

    private final String prefix;
    private final Output<String> topicArn;

    CpuAlarms(String prefix, Output<String> topicArn) {
        this.prefix = prefix;
        this.topicArn = topicArn;
    }

    /** @param groupName the Auto Scaling group that the metric is of */
    void provision(String pool, PoolSpec.CpuAlarms cpu, Output<String> groupName, Resource parent) {
        for (CpuAlarm alarm : CpuAlarm.values()) {
            new MetricAlarm(
                    pool + "-" + alarm.suffix(),
                    args(pool, alarm, alarm.threshold(cpu), groupName),
                    CustomResourceOptions.builder().parent(parent).build());
        }
    }

    private MetricAlarmArgs args(String pool, CpuAlarm alarm, int threshold, Output<String> groupName) {
        return MetricAlarmArgs.builder()
                .name(alarm.nameIn(prefix, pool))
                .alarmDescription("%s: CPU %s %d for %d minutes"
                        .formatted(pool, alarm == CpuAlarm.HIGH ? "above" : "below", threshold, alarm.minutes()))
                .namespace("AWS/EC2")
                .metricName("CPUUtilization")
                .statistic("Average")
                .dimensions(groupName.applyValue(name -> Map.of("AutoScalingGroupName", name)))
                .comparisonOperator(alarm.comparison())
                .threshold((double) threshold)
                .period(MINUTE)
                .evaluationPeriods(alarm.minutes())
                .alarmActions(topicArn.applyValue(java.util.List::of))
                .okActions(topicArn.applyValue(java.util.List::of))
                .insufficientDataActions(topicArn.applyValue(java.util.List::of))
                .build();
    }
}
