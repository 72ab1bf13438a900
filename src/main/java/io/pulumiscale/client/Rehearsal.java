package io.pulumiscale.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be decided now. */
public record Rehearsal(List<Would> decisions) {

    /** @param type {@code resize}, {@code hold}, {@code approval}, {@code duplicate} or {@code none} */
    public record Would(
            String pool,
            String type,
            @Nullable Integer from,
            @Nullable Integer to,
            String reason) {

        String sizes() {
            return Sizes.told(from, to);
        }
    }
}
