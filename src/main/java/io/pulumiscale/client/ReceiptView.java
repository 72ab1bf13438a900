package io.pulumiscale.client;

/** What became of what was sent, when nobody waits for its end. */
public final class ReceiptView {
    private final Screen screen;

    public ReceiptView(Screen screen) {
        this.screen = screen;
    }

    public void show(Receipt receipt) {
        Receipt.Taken taken = receipt.taken();
        screen.line(
                Words.strong("%s %s".formatted(taken.pool(), taken.change())),
                receipt.isRepeated() ? Words.warning(" was asked for before") : Words.good(" is accepted"),
                Words.plain(", as %s".formatted(taken.intent())));
        screen.line(Words.faint("What becomes of it: pulumiscale history --pool %s".formatted(taken.pool())));
    }
}
