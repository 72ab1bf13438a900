package io.pulumiscale.webhook;

/** The message is from an SNS topic that is not this stack's. */
public final class ForeignTopic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignTopic(String topicArn) {
        super("topic %s is not this stack's".formatted(PlainText.quoted(topicArn)));
    }
}
