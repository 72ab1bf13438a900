package io.pulumiscale.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens the messages of one topic: first it is seen who sent them and when, then what they say. */
public final class SnsInbox {
    private static final Duration OLDEST = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Map<String, String> SAID_TWICE = Map.of(
            "x-amz-sns-message-type", "Type",
            "x-amz-sns-message-id", "MessageId",
            "x-amz-sns-topic-arn", "TopicArn");

    private final Supplier<Optional<String>> topicArn;
    private final SnsVerifier verifier;
    private final Clock clock;

    /** @param topicArn the stack's own topic, once it is known; nothing is taken until then */
    public SnsInbox(Supplier<Optional<String>> topicArn, SnsVerifier verifier, Clock clock) {
        this.topicArn = topicArn;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Reads a message that the stack's own topic has sent within the last hour.
     *
     * @param header the request's, by name; nothing is taken from there, but what it says must be what the body says
     * @throws MalformedPayload it is no SNS message
     * @throws ForeignTopic it is another topic's
     * @throws UntrustedMessage it is not from SNS, or too old
     * @throws CannotTellNow it should be sent again
     */
    public SnsMessage open(byte[] body, Function<String, Optional<String>> header) {
        SnsEnvelope envelope = SnsEnvelopeReader.read(body);
        checkHeaders(envelope, header);
        checkTopic(envelope.text("TopicArn"));
        checkAge(envelope.sentAt());
        verifier.verify(envelope);
        return envelope.opened();
    }

    private static void checkHeaders(SnsEnvelope envelope, Function<String, Optional<String>> header) {
        Faults faults = new Faults();
        SAID_TWICE.forEach((name, field) -> header.apply(name)
                .filter(said -> !said.equals(envelope.text(field)))
                .ifPresent(said -> faults.add(field, "the header %s says %s".formatted(name, PlainText.quoted(said)))));
        faults.check();
    }

    private void checkTopic(String sender) {
        String own = topicArn.get()
                .orElseThrow(() -> new CannotTellNow("the stack's topic is not known yet: was it deployed?"));
        if (!own.equals(sender)) {
            throw new ForeignTopic(sender);
        }
    }

    private void checkAge(Instant sentAt) {
        Instant now = clock.instant();
        if (sentAt.isBefore(now.minus(OLDEST))) {
            throw new UntrustedMessage("sent at %s, which is more than an hour ago".formatted(sentAt));
        }
        if (sentAt.isAfter(now.plus(SKEW))) {
            throw new UntrustedMessage("sent at %s, which is yet to come: it is %s here".formatted(sentAt, now));
        }
    }
}
