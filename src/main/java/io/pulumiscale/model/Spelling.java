package io.pulumiscale.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant to write. */
public final class Spelling {
    private Spelling() {}

    /** The known word that is nearest to the given one, if no more than a third of it (at least two letters) differs. */
    public static Optional<String> closest(String word, Collection<String> known) {
        int tolerated = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerated)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code unknown, did you mean max?}, or without the question where nothing is near. */
    public static String unknown(String word, Collection<String> known) {
        return closest(word, known)
                .map(meant -> "unknown, did you mean " + meant + "?")
                .orElseGet(() -> "unknown; known are "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** Levenshtein's, by the row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
