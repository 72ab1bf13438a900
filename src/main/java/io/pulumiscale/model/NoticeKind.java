package io.pulumiscale.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of; the key is the word in {@code pulumiscale:notices}. */
public enum NoticeKind {
    /** A pool has another size. */
    SCALED,
    /** More was wanted than the pool's largest size. */
    LIMIT,
    /** An update was given up or has failed. */
    STALLED,
    /** A resize waits for a person's word. */
    APPROVAL,
    /** Somebody has said no to it. */
    DECLINED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(NoticeKind::key).toList();
    }
}
