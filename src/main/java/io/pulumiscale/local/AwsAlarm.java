package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final List<String> MISSING_DATA = List.of("missing", "ignore", "breaching", "notBreaching");
    private static final int LONGEST_NAME = 255;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    private AwsAlarm() {}

    static KindBuilder metricAlarm() {
        return kind(MetricAlarm.class, MetricAlarmArgs.class)
                .named(Naming.aws("name"))
                .check(AwsAlarm::operator)
                .check(AwsAlarm::period)
                .check(AwsAlarm::missingData)
                .rule(AwsAlarm::name)
                .rule(AwsAlarm::measure)
                .rule(AwsAlarm::statistic)
                .rule(AwsAlarm::window)
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

    private static Optional<Failure> missingData(Map<String, Object> inputs) {
        return Tree.text(inputs, "treatMissingData")
                .filter(word -> !MISSING_DATA.contains(word))
                .map(word -> new Failure(
                        "treatMissingData",
                        "property 'treatMissingData' must be one of " + MISSING_DATA + ", not " + word));
    }

    private static Optional<String> name(Map<String, Object> alarm) {
        return Tree.text(alarm, "name")
                .filter(name -> name.length() > LONGEST_NAME)
                .map(name -> "ValidationError: 1 validation error detected: Value at 'alarmName' failed to satisfy"
                        + " constraint: Member must have length less than or equal to " + LONGEST_NAME);
    }

    private static Optional<String> measure(Map<String, Object> alarm) {
        return alarm.containsKey("metricName") == alarm.containsKey("metricQueries")
                ? Optional.of("ValidationError: Exactly one of MetricName and Metrics must be set")
                : Optional.empty();
    }

    private static Optional<String> statistic(Map<String, Object> alarm) {
        long given = Stream.of("statistic", "extendedStatistic")
                .filter(alarm::containsKey)
                .count();
        return alarm.containsKey("metricName") && given != 1
                ? Optional.of("ValidationError: One of statistic or extendedStatistic must be set for a metric alarm")
                : Optional.empty();
    }

    private static Optional<String> window(Map<String, Object> alarm) {
        int period = Tree.whole(alarm, "period").orElse(0);
        int periods = Tree.whole(alarm, "evaluationPeriods").orElse(1);
        return (long) period * periods > (period < HOUR ? DAY : 7L * DAY)
                ? Optional.of("ValidationError: Metrics cannot be checked across more than "
                        + (period < HOUR ? "a day" : "seven days") + " (EvaluationPeriods * Period)")
                : Optional.empty();
    }
}
