package io.pulumiscale.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a metric is compared with its threshold; the word is CloudWatch's. */
enum Comparison {
    ABOVE("GreaterThanThreshold", "above"),
    AT_LEAST("GreaterThanOrEqualToThreshold", "at least"),
    BELOW("LessThanThreshold", "below"),
    AT_MOST("LessThanOrEqualToThreshold", "at most");

    private final String word;
    private final String text;

    Comparison(String word, String text) {
        this.word = word;
        this.text = text;
    }

    String word() {
        return word;
    }

    String text() {
        return text;
    }

    boolean above() {
        return this == ABOVE || this == AT_LEAST;
    }

    boolean inclusive() {
        return this == AT_LEAST || this == AT_MOST;
    }

    static Optional<Comparison> of(String word) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Comparison::word).toList();
    }
}
