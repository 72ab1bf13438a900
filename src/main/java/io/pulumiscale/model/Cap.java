package io.pulumiscale.model;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A bound that has cut a wish short, as it stands in a decision's reason.
 *
 * @param by for people, {@code max} or {@code scheduled min}
 */
public record Cap(long wanted, int size, String by) {
    private static final Pattern TEXT =
            Pattern.compile("(?:^|; )capped (\\d{1,10})→(\\d{1,9}) by ((?:scheduled )?(?:min|max))(?=;|$)");

    public String text() {
        return "capped %d→%d by %s".formatted(wanted, size, by);
    }

    /** The largest size that the pool may have was not enough. */
    public static boolean atMost(String reason, int size) {
        return last(reason)
                .filter(cap -> cap.size == size && cap.wanted > size && cap.by.endsWith("max"))
                .isPresent();
    }

    /** People may write the same in their reasons; theirs stand before. */
    private static Optional<Cap> last(String reason) {
        return TEXT.matcher(reason).results().reduce((earlier, later) -> later).map(Cap::read);
    }

    private static Cap read(MatchResult found) {
        return new Cap(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), found.group(3));
    }
}
