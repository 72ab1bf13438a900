package io.pulumiscale.client;

/** What would be decided, if it were asked in earnest. */
public final class RehearsalView {
    private final Screen screen;

    public RehearsalView(Screen screen) {
        this.screen = screen;
    }

    /** @return as if it had been in earnest */
    public Outcome show(Wish wish, Rehearsal rehearsal) {
        rehearsal.decisions().forEach(this::line);
        screen.line(Words.faint("Nothing was written. What waits besides is decided together with it."));
        return rehearsal.decisions().stream().anyMatch(it -> isHeld(wish, it)) ? Outcome.HELD : Outcome.DONE;
    }

    private void line(Rehearsal.Would would) {
        screen.line(Words.strong(would.pool()), told(would), Words.plain(": " + would.reason()));
    }

    private static Words told(Rehearsal.Would would) {
        return switch (would.type()) {
            case "resize" -> Words.good(" would become " + would.sizes());
            case "approval" -> Words.warning(" would become %s, after a person's word".formatted(would.sizes()));
            case "hold" -> Words.warning(" would stay at " + would.sizes());
            case "duplicate" -> Words.plain(" would stay as it is");
            default -> Words.warning(" would wait");
        };
    }

    private static boolean isHeld(Wish wish, Rehearsal.Would would) {
        boolean asWished = wish.change().equals("=" + would.to());
        return (would.type().equals("hold") && !asWished) || would.type().equals("none");
    }
}
