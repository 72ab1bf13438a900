package io.pulumiscale.webhook;

/** Alertmanager's groups and Prometheus's lists. */
public final class AlertsFuzz {
    private AlertsFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        NoSurprisePropertiesTest.alertsCopeWith(input);
    }
}
