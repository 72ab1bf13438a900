package io.pulumiscale.stack;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/** The queue for what could not be delivered, and the alarm that says that there is some. */
final class DeadLetters {
    private static final String NAME = "alerts-undelivered";

    /** The longest there is: 14 days. */
    private static final int RETENTION = 1_209_600;

    private final Queue queue;
    private final QueuePolicy policy;

    DeadLetters(String prefix, Output<String> topicArn, List<String> notify, Resource parent) {
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(parent).build();
        queue = new Queue(
                NAME,
                QueueArgs.builder()
                        .name(prefix + "-" + NAME)
                        .sqsManagedSseEnabled(true) // SNS can send to it without a key of ours
                        .messageRetentionSeconds(RETENTION)
                        .build(),
                child);
        policy = new QueuePolicy(
                NAME,
                QueuePolicyArgs.builder()
                        .queueUrl(queue.url())
                        .policy(Output.all(queue.arn(), topicArn)
                                .applyValue(arns -> AccessPolicies.deadLetters(arns.get(0), arns.get(1))))
                        .build(),
                child);
        new MetricAlarm(NAME, alarm(prefix, notify), child);
    }

    /** What sends to the queue is to wait for it. */
    Resource ready() {
        return policy;
    }

    /** The redrive policy of a subscription. */
    Output<String> redrive() {
        return queue.arn().applyValue(arn -> AccessPolicies.json(Map.of("deadLetterTargetArn", arn)));
    }

    /** No pool's alarm is called so: their names have a pool's and a rule's name after the prefix. */
    private MetricAlarmArgs alarm(String prefix, List<String> notify) {
        return MetricAlarmArgs.builder()
                .name(prefix + "-undelivered")
                .alarmDescription("Alarms that did not reach the scaler are in %s-%s".formatted(prefix, NAME))
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(queue.name().applyValue(name -> Map.of("QueueName", name)))
                .statistic("Maximum")
                .comparisonOperator(Comparison.ABOVE.word())
                .threshold(0.0)
                .period(300)
                .evaluationPeriods(1)
                .treatMissingData("notBreaching") // an empty queue is not measured after a while
                .alarmActions(notify)
                .okActions(notify)
                .build();
    }
}
