package io.pulumiscale.webhook;

import java.util.regex.Pattern;

/** Text from outside goes into the stack's history and the logs: one line of it, of bounded length. */
final class PlainText {
    private static final int QUOTED = 80;
    /** Controls, formatting (bidi overrides among it), line and paragraph separators, lone surrogates. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private PlainText() {}

    static boolean isFit(String text) {
        return !UNFIT.matcher(text).find();
    }

    /** The text without what is unfit, cut to at most {@code length} UTF-16 units. */
    static String of(String text, int length) {
        String shortened = text.length() > length ? text.substring(0, length - 1) + "…" : text;
        return UNFIT.matcher(shortened).replaceAll("");
    }

    /** So much of it as one can be bothered to read. */
    static String brief(String text) {
        return of(text, QUOTED);
    }

    static String quoted(String text) {
        return '"' + brief(text) + '"';
    }
}
