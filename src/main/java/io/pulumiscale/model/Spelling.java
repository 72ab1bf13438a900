package io.pulumiscale.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write. */
public final class Spelling {
    private Spelling() {}

    /**
     * The known word that is nearest to the given one, letter case aside. Two letters may differ, or a third of the
     * known word's, but never all: nobody means {@code id} by {@code ab}.
     */
    public static Optional<String> closest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> near(word, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code unknown, did you mean max?}, or the words that there are where none is near. */
    public static String unknown(String word, Collection<String> known) {
        return closest(word, known)
                .map(meant -> "unknown, did you mean " + meant + "?")
                .orElseGet(() -> "unknown, there is " + String.join(", ", known));
    }

    /** Lengths first: words come from strangers too, and may be long. */
    private static boolean near(String word, String candidate) {
        int tolerated = Math.min(candidate.length() - 1, Math.max(2, candidate.length() / 3));
        return Math.abs(word.length() - candidate.length()) <= tolerated && distance(word, candidate) <= tolerated;
    }

    /** Levenshtein's, by the row. */
    private static int distance(String word, String other) {
        String from = word.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
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
