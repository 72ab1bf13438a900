package io.pulumiscale.local;

import com.google.protobuf.ByteString;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random parts of names and ids, repeatable if the randomness is. */
final class Ids {
    private final RandomGenerator random;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    /** The engine seeds automatic names, so that a planned name is the name that is made. */
    static Ids seeded(ByteString seed) {
        long mixed = 0;
        for (byte part : seed) {
            mixed = mixed * 1_099_511_628_211L + part;
        }
        return new Ids(new java.util.Random(mixed));
    }

    synchronized String hex(int digits) {
        return Stream.generate(() -> Integer.toHexString(random.nextInt(16)))
                .limit(digits)
                .collect(Collectors.joining());
    }

    synchronized UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }
}
