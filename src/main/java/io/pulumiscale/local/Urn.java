package io.pulumiscale.local;

/** Parts of {@code urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME}. */
final class Urn {
    private static final String SEPARATOR = "::";

    private Urn() {}

    static String name(String urn) {
        return urn.substring(urn.lastIndexOf(SEPARATOR) + SEPARATOR.length());
    }

    static String type(String urn) {
        var types = urn.split(SEPARATOR, -1)[2];
        return types.substring(types.lastIndexOf('$') + 1);
    }
}
