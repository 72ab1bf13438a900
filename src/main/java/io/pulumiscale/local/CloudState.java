package io.pulumiscale.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All resources, in memory and in a file of changes that is written before anything is answered and made short again
 * at each start.
 */
final class CloudState implements AutoCloseable {
    private final Map<ResourceKey, CloudResource> resources = new LinkedHashMap<>();
    private final JsonLines<StateEntry> file;

    CloudState(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var before = new JsonLines<>(path, StateEntry.class)) {
                before.read().forEach(this::apply);
            }
            JsonLines.rewrite(path, StateEntry.class, entries());
        }
        this.file = new JsonLines<>(path, StateEntry.class);
    }

    synchronized Optional<CloudResource> find(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    /** Whether there is a resource of this id or, where names must differ but are not ids, of this name. */
    synchronized boolean isTaken(CloudResource resource, boolean byName) {
        return resources.containsKey(resource.key())
                || (byName && resources.values().stream().anyMatch(other -> isNamesake(resource, other)));
    }

    synchronized List<CloudResource> all() {
        return List.copyOf(resources.values());
    }

    synchronized void put(CloudResource resource) {
        write(new StateEntry(resource, null));
    }

    synchronized void remove(ResourceKey key) {
        write(new StateEntry(null, key));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(StateEntry entry) {
        file.append(entry);
        apply(entry);
    }

    private void apply(StateEntry entry) {
        if (entry.delete() != null) {
            resources.remove(entry.delete());
        }
        if (entry.put() != null) {
            resources.put(entry.put().key(), entry.put());
        }
    }

    private static boolean isNamesake(CloudResource one, CloudResource other) {
        return one.type().equals(other.type())
                && one.region().equals(other.region())
                && one.name().equals(other.name());
    }

    private Collection<StateEntry> entries() {
        var entries = new ArrayList<StateEntry>();
        resources.values().forEach(resource -> entries.add(new StateEntry(resource, null)));
        return entries;
    }
}
