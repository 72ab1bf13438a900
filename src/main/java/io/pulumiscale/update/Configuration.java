package io.pulumiscale.update;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.stack.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stack's configuration as this scaler has it.
 *
 * @param digests of the specifications that this scaler would make the pools from
 * @param tokens that open the door; no line of a log ever has one
 * @param notices where people are told of what happens; likewise
 */
public record Configuration(
        PoolCatalog pools, Map<String, String> digests, List<AccessToken> tokens, List<NoticeTarget> notices) {
    public Configuration {
        digests = Map.copyOf(digests);
        tokens = List.copyOf(tokens);
        notices = List.copyOf(notices);
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
