package io.pulumiscale.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an update would have to do.
 *
 * @param replacing those of the changes that need a new resource
 * @param deleteFirst whether the old one must go first, as the new one has its name
 */
record Difference(List<Change> changes, List<Change> replacing, boolean deleteFirst) {

    static Difference of(ResourceKind kind, String program, Map<String, Object> olds, Map<String, Object> news) {
        var changes = Change.between(olds, news);
        var replacing = changes.stream()
                .filter(change -> kind.isReplacedBy(change, olds, news))
                .toList();
        return new Difference(changes, replacing, !replacing.isEmpty() && keepsName(kind, program, olds, news));
    }

    private static boolean keepsName(
            ResourceKind kind, String program, Map<String, Object> olds, Map<String, Object> news) {
        Optional<String> name = kind.nameIn(news);
        boolean automatic = kind.naming()
                .flatMap(how -> name.map(is -> how.isAutomatic(is, program)))
                .orElse(false);
        boolean moved = !Tree.at(olds, "metadata.namespace").equals(Tree.at(news, "metadata.namespace"));
        return name.isPresent() && name.equals(kind.nameIn(olds)) && !automatic && !moved;
    }
}
