package io.pulumiscale.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A size on its way to a decision.
 *
 * @param reasons what was asked, and what became of it
 * @param altered it is not what was asked any more
 */
record Wish(int size, List<String> reasons, boolean altered) {

    Wish {
        reasons = List.copyOf(reasons);
    }

    static Wish toStay(int size) {
        return new Wish(size, List.of(), false);
    }

    Wish asked(int other, String reason) {
        return asked(other, List.of(reason));
    }

    /** All at once: to ask one by one would take the square of their number. */
    Wish asked(int other, List<String> more) {
        return new Wish(other, with(more), altered);
    }

    Wish altered(int other, String reason) {
        return new Wish(other, with(List.of(reason)), true);
    }

    private List<String> with(List<String> more) {
        List<String> all = new ArrayList<>(reasons);
        all.addAll(more);
        return all;
    }

    String reason() {
        return String.join("; ", reasons);
    }
}
