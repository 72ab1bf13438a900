package io.pulumiscale.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * What SNS posts, field by field and not yet believed. Only fields that are signed, or say how, are in it, and all but
 * {@code Message} are one line: a signature is made over the fields' lines, which can so be read in one way only. The
 * source is docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html.
 *
 * @param fields by their names in the body; nothing else of the body is ever looked at
 */
public record SnsEnvelope(SnsType type, Instant sentAt, Map<String, String> fields) {
    public SnsEnvelope {
        fields = Map.copyOf(fields);
    }

    /** Of a field that is always there, see {@link SnsType}. */
    public String text(String field) {
        String text = fields.get(field);
        if (text == null) {
            throw new IllegalArgumentException("a %s has no %s".formatted(type.word(), field));
        }
        return text;
    }

    /** The message may contain a token: it is nothing for a log. */
    @Override
    public String toString() {
        return "%s %s".formatted(type.word(), fields.get("MessageId"));
    }

    SnsMessage opened() {
        String id = text("MessageId");
        String topic = text("TopicArn");
        return switch (type) {
            case NOTIFICATION -> new SnsMessage.Notification(id, topic, sentAt, text("Message"));
            case SUBSCRIPTION_CONFIRMATION ->
                new SnsMessage.SubscriptionConfirmation(id, topic, sentAt, text("SubscribeURL"), text("Token"));
            case UNSUBSCRIBE_CONFIRMATION -> new SnsMessage.UnsubscribeConfirmation(id, topic, sentAt);
        };
    }
}
