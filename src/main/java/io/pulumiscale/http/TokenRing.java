package io.pulumiscale.http;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens that open the door: the current ones, and the former value of each until its grace period is over. Only
 * digests are kept. May be used from any thread.
 */
public final class TokenRing {
    /** How long a replaced token goes on working, unless configured. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private final Duration grace;
    private final Clock clock;
    private volatile Keys keys;

    /**
     * Begins with these tokens.
     *
     * @throws IllegalArgumentException there is none, one is blank, or two are equal
     */
    public TokenRing(List<AccessToken> tokens, Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
        this.keys = new Keys(current(tokens), grants(tokens));
    }

    /**
     * Makes {@code tokens} the current ones. The value that one had before works for the grace period from now, with the
     * rights that it has now; one whose name is gone is revoked at once. The same again is no rotation.
     *
     * @throws IllegalArgumentException as for a new ring; nothing has changed
     */
    public synchronized void rotate(List<AccessToken> tokens) {
        List<Key> current = current(tokens);
        Map<String, Grant> grants = grants(tokens);
        Instant now = clock.instant();
        Stream<Key> former = keys.list().stream()
                .filter(key -> key.validAt(now) && grants.containsKey(key.name()))
                .filter(key -> current.stream().noneMatch(key::equals))
                .map(key -> key.until(now.plus(grace)));
        keys = new Keys(Stream.concat(current.stream(), former).toList(), grants);
    }

    /** What the candidate is good for; empty if it is no token. Takes the same time whichever token it is like. */
    Optional<Grant> accepts(String candidate) {
        Keys all = keys;
        byte[] digest = digest(candidate);
        Instant now = clock.instant();
        Optional<Grant> grant = Optional.empty();
        for (Key key : all.list()) {
            boolean opens = key.is(digest) && key.validAt(now);
            grant = opens ? Optional.ofNullable(all.grants().get(key.name())) : grant;
        }
        return grant;
    }

    @Override
    public String toString() {
        return "TokenRing" + keys.grants().keySet();
    }

    private static List<Key> current(List<AccessToken> tokens) {
        List<Key> current = tokens.stream()
                .map(token -> Key.current(token.grant().name(), digest(checked(token.value()))))
                .toList();
        if (current.isEmpty() || Set.copyOf(current).size() < tokens.size()) {
            throw new IllegalArgumentException("tokens are at least one, and each another");
        }
        return current;
    }

    private static Map<String, Grant> grants(List<AccessToken> tokens) {
        return tokens.stream().map(AccessToken::grant).collect(Collectors.toUnmodifiableMap(Grant::name, it -> it));
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

    private record Keys(List<Key> list, Map<String, Grant> grants) {}

    /** Equal to another by its digest: one value is one key, whatever its name and its end. */
    private static final class Key {
        private final String name;
        private final byte[] digest;
        private final Instant end;

        private Key(String name, byte[] digest, Instant end) {
            this.name = name;
            this.digest = digest;
            this.end = end;
        }

        static Key current(String name, byte[] digest) {
            return new Key(name, digest, Instant.MAX);
        }

        /** Never longer than it has already. */
        Key until(Instant end) {
            return new Key(name, digest, end.isBefore(this.end) ? end : this.end);
        }

        String name() {
            return name;
        }

        boolean is(byte[] other) {
            return MessageDigest.isEqual(digest, other);
        }

        boolean validAt(Instant now) {
            return now.isBefore(end);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && is(key.digest);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(digest);
        }
    }
}
