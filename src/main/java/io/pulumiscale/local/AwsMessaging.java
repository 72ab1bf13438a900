package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import java.util.Map;
import java.util.Optional;

/** Amazon SNS and SQS. */
final class AwsMessaging {
    private AwsMessaging() {}

    static KindBuilder topic() {
        return kind(Topic.class, TopicArgs.class)
                .named(Naming.aws("name", "namePrefix").fifoIf("fifoTopic"))
                .replacedBy("fifoTopic")
                .check(AwsMessaging::signature)
                .rule(topic -> fifo(topic, "fifoTopic", "InvalidParameter: Invalid parameter: Topic Name"))
                .id(birth -> birth.arn("sns", birth.text("name")))
                .outputs((birth, id) -> Map.of(
                        "arn",
                        id,
                        "beginningArchiveTime",
                        "",
                        "owner",
                        birth.account().number(),
                        "policy",
                        "",
                        "signatureVersion",
                        0,
                        "tracingConfig",
                        "PassThrough"))
                .duplicate(name -> "InvalidParameter: Invalid parameter: Attributes Reason: "
                        + "Topic already exists with different attributes")
                .tagged();
    }

    static KindBuilder topicPolicy() {
        return kind(TopicPolicy.class, TopicPolicyArgs.class)
                .replacedBy("arn")
                .rule(AwsPolicyText.access(
                        "policy", "InvalidParameter: Invalid parameter: Policy statement is malformed"))
                .id(birth -> birth.text("arn"))
                .outputs((birth, id) -> Map.of("owner", birth.account().number()));
    }

    static KindBuilder queue() {
        return kind(Queue.class, QueueArgs.class)
                .named(Naming.aws("name", "namePrefix").fifoIf("fifoQueue"))
                .replacedBy("fifoQueue")
                .check(AwsMessaging::oneEncryption)
                .rule(queue -> fifo(queue, "fifoQueue", "InvalidParameterValue: The name of a FIFO queue"))
                .id(birth -> "https://sqs." + birth.account().region() + ".amazonaws.com/"
                        + birth.account().number() + "/" + birth.text("name"))
                .outputs((birth, id) -> Map.of(
                        "arn", birth.arn("sqs", birth.text("name")),
                        "delaySeconds", 0,
                        "maxMessageSize", 262_144,
                        "messageRetentionSeconds", 345_600,
                        "url", id,
                        "visibilityTimeoutSeconds", 30))
                .duplicate(name -> "QueueAlreadyExists: A queue already exists with the same name")
                .tagged();
    }

    static KindBuilder queuePolicy() {
        return kind(QueuePolicy.class, QueuePolicyArgs.class)
                .replacedBy("queueUrl")
                .rule(AwsPolicyText.access("policy", "InvalidAttributeValue: Invalid value for the parameter Policy."))
                .id(birth -> birth.text("queueUrl"));
    }

    private static Optional<Failure> signature(Map<String, Object> topic) {
        return Tree.whole(topic, "signatureVersion")
                .filter(version -> version != 1 && version != 2)
                .map(version ->
                        new Failure("signatureVersion", "property 'signatureVersion' must be 1 or 2, not " + version));
    }

    private static Optional<Failure> oneEncryption(Map<String, Object> queue) {
        boolean managed = Tree.at(queue, "sqsManagedSseEnabled").equals(Optional.of(true));
        return managed && queue.containsKey("kmsMasterKeyId")
                ? Optional.of(new Failure("kmsMasterKeyId", "conflicts with property 'sqsManagedSseEnabled'"))
                : Optional.empty();
    }

    private static Optional<String> fifo(Map<String, Object> properties, String flag, String message) {
        boolean is = Tree.at(properties, flag).equals(Optional.of(true));
        boolean says = Tree.text(properties, "name").orElse("").endsWith(".fifo");
        return is == says ? Optional.empty() : Optional.of(message + ": .fifo at its end, and only a FIFO one's");
    }
}
