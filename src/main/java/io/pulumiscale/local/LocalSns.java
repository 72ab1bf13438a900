package io.pulumiscale.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes what the embedded cloud's topics send, signed with signature version 2. Who wants to believe it needs
 * {@link #certificate()}; the URL that a message names for it is one of SNS's, at which nothing is.
 */
public final class LocalSns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** In the order in which they are signed, those that are there. */
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final SigningKey key;
    private final Clock clock;

    private LocalSns(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * With the key of a folder, which is made if there is none.
     *
     * @throws IOException the folder cannot be read or written, or this JDK has no keytool
     */
    public static LocalSns of(Path folder, Clock clock) throws IOException {
        return new LocalSns(SigningKey.of(folder), clock);
    }

    /** A file with the certificate of the key that signs, in PEM. */
    public Path certificate() {
        return key.certificateFile();
    }

    /** What a topic posts when this is published now. */
    public String notification(String topicArn, Optional<String> subject, String message) {
        Map<String, String> fields = fields("Notification", topicArn, message);
        subject.ifPresent(text -> fields.put("Subject", text));
        return signed(fields);
    }

    /** What a topic posts when somebody ends the subscription now. */
    public String unsubscribeConfirmation(String topicArn) {
        Map<String, String> fields =
                fields("UnsubscribeConfirmation", topicArn, "You have chosen to deactivate the subscription.");
        fields.put("Token", "0a");
        fields.put(
                "SubscribeURL",
                "https://%s/?Action=ConfirmSubscription&TopicArn=%s&Token=0a".formatted(host(topicArn), topicArn));
        return signed(fields);
    }

    /** What the fields come to as a message, signed as they are. */
    public String signed(Map<String, String> fields) {
        String text = SIGNED.stream()
                .filter(fields::containsKey)
                .map(name -> name + "\n" + fields.get(name) + "\n")
                .collect(Collectors.joining());
        Map<String, String> message = new HashMap<>(fields);
        message.put("SignatureVersion", "2");
        message.put("Signature", key.sign(text));
        message.put(
                "SigningCertURL",
                "https://%s/%s".formatted(host(fields.getOrDefault("TopicArn", "")), key.certificateName()));
        return json(message);
    }

    private Map<String, String> fields(String type, String topicArn, String message) {
        return new HashMap<>(Map.of(
                "Type", type,
                "MessageId", UUID.randomUUID().toString(),
                "TopicArn", topicArn,
                "Message", message,
                "Timestamp", TIME.format(clock.instant())));
    }

    /** Of SNS in the region of the topic. */
    private static String host(String topicArn) {
        String[] parts = topicArn.split(":", -1);
        String suffix = parts.length > 1 && parts[1].equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return "sns." + (parts.length > 3 ? parts[3] : Account.DEFAULT_REGION) + suffix;
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
