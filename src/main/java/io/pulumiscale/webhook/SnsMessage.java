package io.pulumiscale.webhook;

/**
 * A message from Amazon SNS over HTTP, by its body's {@code Type}. The source is
 * docs.aws.amazon.com/sns/latest/dg/http-notification-json.html.
 */
public sealed interface SnsMessage {

    /** Unique to the message; the same when it is sent again. */
    String messageId();

    String topicArn();

    /**
     * Something was published.
     *
     * @param message what it was, here the alarm's JSON
     */
    record Notification(String messageId, String topicArn, String message) implements SnsMessage {}

    /** The topic asks to be confirmed. Its URL contains a token: it is nothing for a log. */
    record SubscriptionConfirmation(String messageId, String topicArn, String subscribeUrl) implements SnsMessage {
        @Override
        public String toString() {
            return "SubscriptionConfirmation[%s, %s]".formatted(messageId, topicArn);
        }
    }

    /** Someone ended the subscription. Its URL subscribes again, and contains a token. */
    record UnsubscribeConfirmation(String messageId, String topicArn, String subscribeUrl) implements SnsMessage {
        @Override
        public String toString() {
            return "UnsubscribeConfirmation[%s, %s]".formatted(messageId, topicArn);
        }
    }
}
