package io.pulumiscale.webhook;

import java.time.Instant;

/**
 * A message that Amazon SNS has sent over HTTP, by its body's {@code Type}. The source is
 * docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html.
 */
public sealed interface SnsMessage {

    /** Unique to the message; the same when it is sent again. */
    String messageId();

    String topicArn();

    /** By SNS's clock; the same when it is sent again. */
    Instant sentAt();

    /**
     * Something was published.
     *
     * @param message what it was, here the alarm's JSON
     */
    record Notification(String messageId, String topicArn, Instant sentAt, String message) implements SnsMessage {}

    /** The topic asks to be confirmed. Who has the token can confirm: it is nothing for a log. */
    record SubscriptionConfirmation(
            String messageId, String topicArn, Instant sentAt, String subscribeUrl, String token)
            implements SnsMessage {
        @Override
        public String toString() {
            return "SubscriptionConfirmation[%s, %s]".formatted(messageId, topicArn);
        }
    }

    /** Someone ended the subscription. */
    record UnsubscribeConfirmation(String messageId, String topicArn, Instant sentAt) implements SnsMessage {}
}
