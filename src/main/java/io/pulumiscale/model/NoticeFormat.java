package io.pulumiscale.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a notice is written; the key is the word in {@code pulumiscale:notices}. */
public enum NoticeFormat {
    /** A message of Slack's incoming webhooks, which others take too. */
    SLACK,
    JSON;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeFormat> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(NoticeFormat::key).toList();
    }
}
