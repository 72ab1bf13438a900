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
        return new Wish(other, with(reason), altered);
    }

    Wish altered(int other, String reason) {
        return new Wish(other, with(reason), true);
    }

    private List<String> with(String reason) {
        List<String> all = new ArrayList<>(reasons);
        all.add(reason);
        return all;
    }

    String reason() {
        return String.join("; ", reasons);
    }
}
