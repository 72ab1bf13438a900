package io.pulumiscale.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations of any number of pools, all alike. */
final class Fleet {
    static final String POOL = "pool-0";

    private Fleet() {}

    static String of(int pools) {
        return of(pools, 2);
    }

    /** @param least size of the first */
    static String of(int pools, int least) {
        return IntStream.range(0, pools)
                .mapToObj(pool ->
                        "pool-%d:\n  kind: kubernetes\n  min: %d\n  max: 10000\n  initial: %d\n  image: work:1\n"
                                .formatted(pool, pool == 0 ? least : 2, pool == 0 ? least : 2))
                .collect(Collectors.joining());
    }
}
