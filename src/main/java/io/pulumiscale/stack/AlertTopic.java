package io.pulumiscale.stack;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * The SNS topic that every alarm of the stack acts on, and the key that its messages are encrypted with. Alarms depend
 * on it, so a scoped run registers it; what depends on the topic is in {@link AlertDelivery}.
 */
final class AlertTopic extends ComponentResource {
    private final Key key;
    private final Topic topic;

    AlertTopic(String alarmPrefix) {
        super("pulumiscale:alerts:Topic", "alerts");
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(this).build();
        key = new Key(
                "alerts",
                KeyArgs.builder()
                        .description("Alarms on their way through the SNS topic %s-alerts".formatted(alarmPrefix))
                        .enableKeyRotation(true)
                        .deletionWindowInDays(7) // nothing that it encrypts lives for an hour
                        .build(),
                child);
        topic = new Topic(
                "alerts",
                TopicArgs.builder()
                        .name(alarmPrefix + "-alerts")
                        .signatureVersion(2) // SHA-256; a topic's default is SHA-1
                        .kmsMasterKeyId(key.keyId())
                        .build(),
                child);
        registerOutputs(Map.of("arn", topic.arn()));
    }

    Output<String> arn() {
        return topic.arn();
    }

    Output<String> keyId() {
        return key.keyId();
    }
}
