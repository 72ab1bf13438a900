package io.pulumiscale.webhook;

import io.pulumiscale.model.Spelling;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an envelope strictly: what is refused here is nothing that SNS sends. */
final class SnsEnvelopeReader {
    private static final List<String> ALWAYS = List.of(
            "Type", "Message", "MessageId", "TopicArn", "Timestamp", "SignatureVersion", "Signature", "SigningCertURL");
    private static final String SUBJECT = "Subject";
    private static final int LONGEST_LINE = 4096;

    private final Faults faults = new Faults();
    private final Place root;

    private SnsEnvelopeReader(byte[] body) {
        this.root = Json.read(body, faults);
    }

    /** @throws MalformedPayload with all that is wrong */
    static SnsEnvelope read(byte[] body) {
        return new SnsEnvelopeReader(body).envelope();
    }

    private SnsEnvelope envelope() {
        Optional<SnsType> type = root.get("Type").text().flatMap(this::type);
        faults.check();
        Map<String, String> fields = new HashMap<>();
        Stream.concat(ALWAYS.stream(), type.orElseThrow().ownFields().stream())
                .forEach(name -> field(name).ifPresent(text -> fields.put(name, text)));
        if (type.get() == SnsType.NOTIFICATION && root.get(SUBJECT).isThere()) {
            field(SUBJECT).ifPresent(text -> fields.put(SUBJECT, text));
        }
        Optional<Instant> sentAt = Timestamps.sns(root.get("Timestamp"));
        faults.check();
        return new SnsEnvelope(type.get(), sentAt.orElseThrow(), fields);
    }

    private Optional<SnsType> type(String word) {
        Optional<SnsType> type = SnsType.of(word);
        return type.isPresent()
                ? type
                : root.get("Type").complain(PlainText.quoted(word) + " is " + Spelling.unknown(word, SnsType.words()));
    }

    private Optional<String> field(String name) {
        Place place = root.get(name);
        return place.text().flatMap(text -> name.equals("Message") ? message(text, place) : line(text, place));
    }

    /** Half a character would be signed as a question mark, and read as something else. */
    private static Optional<String> message(String text, Place place) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? Optional.of(text)
                : place.complain("half a character has no place here");
    }

    private static Optional<String> line(String text, Place place) {
        if (text.isEmpty() || text.length() > LONGEST_LINE) {
            return place.complain("1 to %d characters are wanted".formatted(LONGEST_LINE));
        }
        return PlainText.isFit(text) ? Optional.of(text) : place.complain("control characters have no place here");
    }
}
