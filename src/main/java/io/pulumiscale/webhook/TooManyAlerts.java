package io.pulumiscale.webhook;

/** A delivery has more alerts than are read at once; none of them was used. */
public final class TooManyAlerts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooManyAlerts(int alerts, int most) {
        super("%d alerts at once, and %d are taken: set max_alerts of the receiver, or serve --max-alerts"
                .formatted(alerts, most));
    }

    static void check(int alerts, int most) {
        if (alerts > most) {
            throw new TooManyAlerts(alerts, most);
        }
    }
}
