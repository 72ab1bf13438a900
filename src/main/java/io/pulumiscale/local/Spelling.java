package io.pulumiscale.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
final class Spelling {
    private Spelling() {}

    /** The nearest of {@code known} names, if at most a third of its letters differ. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(word, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** Levenshtein's distance, letter case aside. */
    private static int distance(String from, String to) {
        var a = from.toLowerCase(Locale.ROOT);
        var b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row = next(row, a.charAt(i - 1), i, b);
        }
        return row[b.length()];
    }

    private static int[] next(int[] above, char letter, int i, String word) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int swap = above[j - 1] + (word.charAt(j - 1) == letter ? 0 : 1);
            row[j] = Math.min(swap, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}
