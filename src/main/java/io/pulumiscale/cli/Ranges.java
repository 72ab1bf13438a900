package io.pulumiscale.cli;

import java.util.ArrayList;
import java.util.List;

/** What options may be; whatever is out of range is told together. */
final class Ranges {
    private final List<String> complaints = new ArrayList<>();

    <T extends Comparable<? super T>> Ranges check(String option, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            complaints.add("%s is %s to %s, not %s".formatted(option, least, most, value));
        }
        return this;
    }

    /** @throws CommandFailed something was out of range */
    void end() {
        if (!complaints.isEmpty()) {
            throw new CommandFailed(CommandFailed.INVALID, String.join("; ", complaints));
        }
    }
}
