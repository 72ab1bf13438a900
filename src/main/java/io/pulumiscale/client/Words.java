package io.pulumiscale.client;

/** A text and how it is meant. */
public record Words(String text, Tone tone) {
    static Words plain(String text) {
        return new Words(text, Tone.PLAIN);
    }

    static Words strong(String text) {
        return new Words(text, Tone.STRONG);
    }

    static Words good(String text) {
        return new Words(text, Tone.GOOD);
    }

    static Words warning(String text) {
        return new Words(text, Tone.WARNING);
    }

    static Words bad(String text) {
        return new Words(text, Tone.BAD);
    }

    static Words faint(String text) {
        return new Words(text, Tone.FAINT);
    }
}
