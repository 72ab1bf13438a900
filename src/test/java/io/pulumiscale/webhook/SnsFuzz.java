package io.pulumiscale.webhook;

/** SNS's envelopes, and the alarms in them. */
public final class SnsFuzz {
    private SnsFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        NoSurprisePropertiesTest.snsCopesWith(input);
    }
}
