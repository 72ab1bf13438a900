package io.pulumiscale.model;

/**
 * A token and what it is good for.
 *
 * @param value the secret; it is in no text of this
 */
public record AccessToken(String value, Grant grant) {
    @Override
    public String toString() {
        return "AccessToken[" + grant.name() + "]";
    }
}
