package io.pulumiscale.webhook;

import io.pulumiscale.model.Spelling;
import java.util.List;
import java.util.Optional;

/** What every word of a person may have: a reason, and who says it. */
final class Said {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 100;

    private Said() {}

    static void known(List<String> keys, List<String> all, Faults faults) {
        keys.stream()
                .filter(key -> !all.contains(key))
                .forEach(key -> faults.add(Place.child("", key), Spelling.unknown(key, all)));
    }

    /** Empty if none is given. */
    static String reason(Place root) {
        return text(root.get("reason"), LONGEST_REASON);
    }

    /** Empty if nobody is named. */
    static String by(Place root) {
        return text(root.get("by"), LONGEST_NAME);
    }

    /** Who says it, with what is known of them. */
    static String signed(String by, String signature) {
        return by.isEmpty() ? signature : "%s, %s".formatted(by, signature);
    }

    private static String text(Place place, int longest) {
        return place.isThere()
                ? place.text().flatMap(text -> fit(text, longest, place)).orElse("")
                : "";
    }

    private static Optional<String> fit(String text, int longest, Place place) {
        if (text.length() > longest) {
            return place.complain("at most %d characters are wanted".formatted(longest));
        }
        return PlainText.isFit(text)
                ? Optional.of(text.strip())
                : place.complain("control characters have no place here");
    }
}
