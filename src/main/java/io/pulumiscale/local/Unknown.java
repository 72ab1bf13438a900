package io.pulumiscale.local;

import java.util.Set;

/** The strings by which the engine says, in a preview, that a value is not known yet (pulumi/sdk, plugin/rpc.go). */
final class Unknown {
    /** What the embedded cloud answers for a value that only the real operation will give. */
    static final String VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final Set<String> SENTINELS = Set.of(
            VALUE,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Unknown() {}

    static boolean is(Object value) {
        return value instanceof String text && SENTINELS.contains(text);
    }
}
