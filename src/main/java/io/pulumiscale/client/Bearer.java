package io.pulumiscale.client;

/**
 * A token, which is in no text of this.
 *
 * @param origin where it comes from, for people: {@code $PULUMISCALE_TOKEN}
 */
public record Bearer(String value, String origin) {
    @Override
    public String toString() {
        return "the token of " + origin;
    }
}
