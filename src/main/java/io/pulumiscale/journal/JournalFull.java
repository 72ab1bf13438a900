package io.pulumiscale.journal;

/** As many intents wait to be decided as may; nothing was kept, and trying again later is right. */
public final class JournalFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalFull(int mostWaiting) {
        super("%d intents wait to be decided, and more are not taken in".formatted(mostWaiting));
    }

    static void check(int waiting, int mostWaiting) {
        if (waiting > mostWaiting) {
            throw new JournalFull(mostWaiting);
        }
    }
}
