package io.pulumiscale.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations of any number of pools, all alike. */
final class Fleet {
    static final String POOL = "pool-0";

    private Fleet() {}

    /** Each of two; who raises a lower bound resizes the pool. */
    static String of(int pools) {
        return IntStream.range(0, pools)
                .mapToObj(
                        "pool-%d:\n  kind: kubernetes\n  min: 2\n  max: 10000\n  image: work:1\n  cooldownOut: PT0S\n"
                                ::formatted)
                .collect(Collectors.joining());
    }
}
