package io.pulumiscale.update;

import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.stack.Remembered;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stack's configuration as this scaler has it.
 *
 * @param digests of the specifications that this scaler would make the pools from
 * @param webhookToken empty if none is set; no line of a log ever has it
 */
public record Configuration(PoolCatalog pools, Map<String, String> digests, Optional<String> webhookToken) {
    public Configuration {
        digests = Map.copyOf(digests);
    }

    StackState compare(Remembered remembered) {
        Set<String> stale = remembered.digests().keySet().stream()
                .filter(digests::containsKey)
                .filter(pool ->
                        !Objects.equals(digests.get(pool), remembered.digests().get(pool)))
                .collect(Collectors.toUnmodifiableSet());
        return new StackState(remembered.sizes(), stale, remembered.topicArn());
    }

    @Override
    public String toString() {
        return "Configuration" + pools.byName().keySet();
    }
}
