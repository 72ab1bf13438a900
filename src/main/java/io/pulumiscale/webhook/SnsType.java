package io.pulumiscale.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a message from SNS is, as its body says. */
public enum SnsType {
    NOTIFICATION("Notification", false),
    SUBSCRIPTION_CONFIRMATION("SubscriptionConfirmation", true),
    UNSUBSCRIBE_CONFIRMATION("UnsubscribeConfirmation", true);

    private final String word;
    private final boolean confirmation;

    SnsType(String word, boolean confirmation) {
        this.word = word;
        this.confirmation = confirmation;
    }

    static Optional<SnsType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SnsType::word).toList();
    }

    /** As the field {@code Type} has it. */
    public String word() {
        return word;
    }

    /** What it must have beside the fields that every message has. */
    List<String> ownFields() {
        return confirmation ? List.of("SubscribeURL", "Token") : List.of();
    }
}
