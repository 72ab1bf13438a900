package io.pulumiscale.stack;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** The SNS topic that every alarm of the stack acts on. */
final class AlertTopic extends ComponentResource {
    private final Topic topic;

    AlertTopic(String alarmPrefix) {
        super("pulumiscale:alerts:Topic", "alerts");
        topic = new Topic(
                "alerts",
                TopicArgs.builder()
                        .name(alarmPrefix + "-alerts")
                        .signatureVersion(2) // SHA-256; a topic's default is SHA-1
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("arn", topic.arn()));
    }

    Output<String> arn() {
        return topic.arn();
    }
}
