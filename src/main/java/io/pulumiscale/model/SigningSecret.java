package io.pulumiscale.model;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A key that signs notices, as Standard Webhooks writes it: {@code whsec_} and the Base64 of 24 to 64 bytes. */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** Empty if it is none. */
    public static Optional<SigningSecret> of(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length < SHORTEST || key.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new SigningSecret(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
