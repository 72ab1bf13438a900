package io.pulumiscale.webhook;

import io.pulumiscale.model.Spelling;
import io.pulumiscale.webhook.SnsMessage.Notification;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.SnsMessage.UnsubscribeConfirmation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the envelope. No URL in it is visited. */
public final class SnsInbox {
    private static final List<String> TYPES =
            List.of("Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation");

    private final Supplier<Optional<String>> topicArn;

    /**
     * Takes the messages of one topic.
     *
     * @param topicArn the stack's own topic, once it is known; any topic is taken until then
     */
    public SnsInbox(Supplier<Optional<String>> topicArn) {
        this.topicArn = topicArn;
    }

    /**
     * Reads the message; the body's {@code Type} counts, not a header's.
     *
     * @throws MalformedPayload it is no SNS message
     * @throws ForeignTopic it is another topic's
     */
    public SnsMessage open(byte[] body) {
        Faults faults = new Faults();
        SnsMessage message = new Envelope(Json.read(body, faults), faults).message();
        if (!topicArn.get().map(message.topicArn()::equals).orElse(true)) {
            throw new ForeignTopic(message.topicArn());
        }
        return message;
    }

    private record Envelope(Place root, Faults faults) {

        SnsMessage message() {
            String type = root.get("Type").text().orElse("");
            faults.check();
            return switch (type) {
                case "Notification" -> opened(Notification::new, "Message");
                case "SubscriptionConfirmation" -> opened(SubscriptionConfirmation::new, "SubscribeURL");
                case "UnsubscribeConfirmation" -> opened(UnsubscribeConfirmation::new, "SubscribeURL");
                default ->
                    throw MalformedPayload.at("Type", PlainText.quoted(type) + " is " + Spelling.unknown(type, TYPES));
            };
        }

        private SnsMessage opened(Kind kind, String content) {
            Optional<String> id = root.get("MessageId").text();
            Optional<String> topic = root.get("TopicArn").text();
            Optional<String> text = root.get(content).text();
            faults.check();
            return kind.of(id.orElseThrow(), topic.orElseThrow(), text.orElseThrow());
        }
    }

    private interface Kind {
        SnsMessage of(String messageId, String topicArn, String content);
    }
}
