package io.pulumiscale.webhook;

/** What people ask of a pool. */
public final class PersonFuzz {
    private PersonFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        NoSurprisePropertiesTest.peopleCopeWith(input);
    }
}
