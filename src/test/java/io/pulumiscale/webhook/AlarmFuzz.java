package io.pulumiscale.webhook;

import java.nio.charset.StandardCharsets;

/** CloudWatch's alarms, without their envelope. */
public final class AlarmFuzz {
    private AlarmFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        NoSurprisePropertiesTest.alarmsCopeWith(new String(input, StandardCharsets.UTF_8));
    }
}
