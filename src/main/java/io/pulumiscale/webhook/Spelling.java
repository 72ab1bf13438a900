package io.pulumiscale.webhook;

import java.util.Collection;
import java.util.Comparator;

/** Says what may have been meant by an unknown word. */
final class Spelling {
    private static final int FAR = 2;
    private static final int LONGEST = 40;

    private Spelling() {}

    /** {@code unknown, did you mean value?}, or the words there are if none is near. */
    static String unknown(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> near(word, candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map("unknown, did you mean %s?"::formatted)
                .orElseGet(() -> "unknown, there is " + String.join(", ", known));
    }

    private static boolean near(String word, String candidate) {
        return word.length() <= LONGEST && distance(word, candidate) <= FAR;
    }

    /** Insertions, deletions and replacements that lead from one to the other, whatever the case. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
