package io.pulumiscale.client;

/** What of a pool is paused after somebody's word. */
public final class PauseView {
    private final Screen screen;

    public PauseView(Screen screen) {
        this.screen = screen;
    }

    public void show(PausedPool pool) {
        Pool.Paused paused = pool.paused();
        if (!paused.any()) {
            screen.line(Words.strong(pool.pool()), Words.good(" is not paused: alerts and schedules scale it"));
            return;
        }
        screen.line(
                Words.strong(pool.pool()),
                Words.warning(" is " + paused.told()),
                Words.plain(
                        ": alerts and schedules leave it alone%s; people's requests pass".formatted(where(paused))));
        if (!paused.configured().equals("none")) {
            screen.line(Words.plain(
                    "The configuration pauses it (%s), and no word takes that back.".formatted(paused.configured())));
        }
    }

    private static String where(Pool.Paused paused) {
        return paused.now().equals("all") ? "" : ", scaling " + paused.now();
    }
}
