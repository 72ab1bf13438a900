package io.pulumiscale.it;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ends the worlds of a test, the last one first. */
final class Worlds implements AfterEachCallback {
    private final Deque<World> begun = new ArrayDeque<>();

    World configured(Path folder, String pools) {
        return configured(folder, pools, Map.of());
    }

    World configured(Path folder, String pools, Map<String, String> environment) {
        World world = World.of(folder, pools, environment);
        begun.push(world);
        return world;
    }

    World deployed(Path folder, String pools) {
        World world = configured(folder, pools);
        world.person().up().succeeded();
        return world;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (World world : begun) {
            world.close();
        }
    }
}
