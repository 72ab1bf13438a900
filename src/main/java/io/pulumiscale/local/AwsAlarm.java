package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amazon CloudWatch alarms. */
final class AwsAlarm {
    private static final List<String> OPERATORS = List.of(
            "GreaterThanOrEqualToThreshold",
            "GreaterThanThreshold",
            "LessThanThreshold",
            "LessThanOrEqualToThreshold",
            "LessThanLowerOrGreaterThanUpperThreshold",
            "LessThanLowerThreshold",
            "GreaterThanUpperThreshold");

    private AwsAlarm() {}

    static KindBuilder metricAlarm() {
        return kind(MetricAlarm.class, MetricAlarmArgs.class)
                .named(Naming.aws("name"))
                .check(AwsAlarm::operator)
                .check(AwsAlarm::period)
                .rule(AwsAlarm::statistic)
                .id(birth -> birth.text("name"))
                .outputs((birth, id) -> Map.of(
                        "arn",
                        birth.arn("cloudwatch", "alarm:" + id),
                        "actionsEnabled",
                        true,
                        "evaluateLowSampleCountPercentiles",
                        "",
                        "treatMissingData",
                        "missing"))
                .duplicate(name -> "ResourceInUse: an alarm " + name + " exists already"
                        + " (CloudWatch would overwrite it, and two resources would be one alarm)")
                .tagged();
    }

    private static Optional<Failure> operator(Map<String, Object> inputs) {
        return Tree.text(inputs, "comparisonOperator")
                .filter(operator -> !OPERATORS.contains(operator))
                .map(operator -> new Failure(
                        "comparisonOperator",
                        "property 'comparisonOperator' must be one of " + OPERATORS + ", not " + operator));
    }

    private static Optional<Failure> period(Map<String, Object> inputs) {
        return Tree.whole(inputs, "period")
                .filter(seconds -> seconds <= 0
                        || !(seconds % 60 == 0 || List.of(10, 20, 30).contains(seconds)))
                .map(seconds -> new Failure(
                        "period", "property 'period' must be 10, 20, 30 or a multiple of 60 seconds, not " + seconds));
    }

    private static Optional<String> statistic(Map<String, Object> alarm) {
        boolean needs = alarm.containsKey("metricName");
        boolean has = alarm.containsKey("statistic") || alarm.containsKey("extendedStatistic");
        return needs && !has
                ? Optional.of("ValidationError: One of statistic or extendedStatistic must be set for a metric alarm")
                : Optional.empty();
    }
}
