package io.pulumiscale.stack;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a token has to be like, so that nobody guesses it and every sender can say it. */
final class TokenStrength {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 1_000;
    private static final Pattern SAYABLE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    private TokenStrength() {}

    /** Empty if it is good; never repeats it. */
    static Optional<String> problem(String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST) {
            return Optional.of("%d to %d characters are needed: openssl rand -hex 32 makes a good one"
                    .formatted(SHORTEST, LONGEST));
        }
        return SAYABLE.matcher(token).matches()
                ? Optional.empty()
                : Optional.of("ASCII characters are needed that a header may have, and no blank at either end");
    }
}
