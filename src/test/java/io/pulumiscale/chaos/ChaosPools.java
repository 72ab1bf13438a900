package io.pulumiscale.chaos;

import java.util.List;

/** The pools of the stack that is tested. Alerts are decided at once, and once: see {@link io.pulumiscale.it.World}. */
final class ChaosPools {
    static final int MIN = 0;
    static final int MAX = 50;
    static final int INITIAL = 20;

    /** Gets deltas by people and nothing else, so that its size is a sum. */
    static final String COUNTER = "counter";

    static final List<String> OTHERS = List.of("queue", "mailers", "web");
    static final List<String> ALL = List.of(COUNTER, "queue", "mailers", "web");

    private ChaosPools() {}

    static String yaml() {
        StringBuilder yaml = new StringBuilder();
        for (String pool : ALL) {
            yaml.append("%s:\n  min: %d\n  max: %d\n  initial: %d\n".formatted(pool, MIN, MAX, INITIAL));
            yaml.append(
                    pool.equals("web")
                            ? "  kind: ec2\n  imageId: ami-0abcdef1234567890\n  subnetIds: [subnet-1]\n"
                            : "  kind: kubernetes\n  image: %s:1\n".formatted(pool));
        }
        return yaml.toString();
    }
}
