package io.pulumiscale.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pool is made of; the key is the word in {@code pulumiscale:pools}. */
public enum PoolKind {
    EC2("ec2"),
    EKS("eks"),
    KUBERNETES("kubernetes");

    private final String key;

    PoolKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Whether CloudWatch watches it. */
    public boolean onAws() {
        return this != KUBERNETES;
    }

    public static Optional<PoolKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(PoolKind::key).toList();
    }
}
