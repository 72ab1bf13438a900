package io.pulumiscale.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tokens that open the door: the current one, and those before it until the grace period of each is over. Only
 * digests are kept. May be used from any thread.
 */
public final class TokenRing {
    /** How long a replaced token goes on working, unless configured. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private final Duration grace;
    private final Clock clock;
    /** The current one first. */
    private volatile List<Key> keys;

    /**
     * Begins with one token.
     *
     * @throws IllegalArgumentException the token is blank
     */
    public TokenRing(String token, Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
        this.keys = List.of(Key.current(digest(checked(token))));
    }

    /**
     * Makes {@code token} the current one; the one before it works for the grace period from now. The current token
     * again is no rotation.
     *
     * @throws IllegalArgumentException the token is blank; nothing has changed
     */
    public synchronized void rotate(String token) {
        byte[] digest = digest(checked(token));
        if (keys.get(0).is(digest)) {
            return;
        }
        Instant now = clock.instant();
        Stream<Key> older =
                keys.stream().filter(key -> key.validAt(now) && !key.is(digest)).map(key -> key.until(now.plus(grace)));
        keys = Stream.concat(Stream.of(Key.current(digest)), older).toList();
    }

    /** Takes the same time whichever token it is like. */
    boolean accepts(String candidate) {
        byte[] digest = digest(candidate);
        Instant now = clock.instant();
        boolean accepted = false;
        for (Key key : keys) {
            accepted |= key.is(digest) && key.validAt(now);
        }
        return accepted;
    }

    @Override
    public String toString() {
        return "TokenRing";
    }

    private static String checked(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("a token must not be blank");
        }
        return token;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Key {
        private final byte[] digest;
        private final Instant end;

        private Key(byte[] digest, Instant end) {
            this.digest = digest;
            this.end = end;
        }

        static Key current(byte[] digest) {
            return new Key(digest, Instant.MAX);
        }

        /** Never longer than it has already. */
        Key until(Instant end) {
            return new Key(digest, end.isBefore(this.end) ? end : this.end);
        }

        boolean is(byte[] other) {
            return MessageDigest.isEqual(digest, other);
        }

        boolean validAt(Instant now) {
            return now.isBefore(end);
        }
    }
}
