package io.pulumiscale.webhook;

import java.util.Optional;

/**
 * An alert that is for no pool of this stack.
 *
 * @param at its path, e.g. {@code alerts[1]}
 * @param pool the pool that it names, as one line of bounded length; empty: it has no label for one
 * @param reason for people
 */
public record Stray(String at, Optional<String> pool, String reason) {

    static Stray named(String at, String pool) {
        return new Stray(at, Optional.of(PlainText.brief(pool)), "no pool " + PlainText.quoted(pool));
    }

    static Stray nameless(String at, String poolLabel) {
        return new Stray(at, Optional.empty(), "no label " + poolLabel);
    }

    public Ignored ignored() {
        return new Ignored(at, reason);
    }
}
