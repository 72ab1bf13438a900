package io.pulumiscale.client;

import java.util.List;

/** Where answers are shown. What is written may come from strangers: a screen lets no control characters through. */
public interface Screen {

    /** Where nobody looks. */
    static Screen nowhere() {
        return new Screen() {
            @Override
            public void line(Words... words) {}

            @Override
            public void table(List<String> heads, List<List<Words>> rows) {}
        };
    }

    /** One line, put together of these; without any, an empty one. */
    void line(Words... words);

    /**
     * Rows below each other; the last column takes what room there is.
     *
     * @param heads empty: there is no heading
     */
    void table(List<String> heads, List<List<Words>> rows);
}
