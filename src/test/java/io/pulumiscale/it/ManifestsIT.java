package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whether a real API server accepts what the program makes. It is made on the embedded cloud: no provider is needed. */
@Tag("real-kubernetes")
class ManifestsIT {
    private static final String NAMESPACE = "shop";

    private final Lab lab = Lab.running();

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @BeforeEach
    void aNamespace() {
        lab.namespace(NAMESPACE);
    }

    @AfterEach
    void isGone() {
        lab.withoutNamespace(NAMESPACE);
    }

    @Test
    void everyManifestIsAccepted() {
        World world = worlds.deployed(folder, Pools.WORKERS);

        List<JsonNode> manifests = manifests(world);

        assertThat(manifests).extracting(each -> each.path("kind").asText()).contains("Deployment");
        assertThat(manifests)
                .allSatisfy(each -> assertThat(lab.validate(each).code())
                        .as(() -> each + "\n" + lab.validate(each).output())
                        .isZero());
    }

    @Test
    void whatIsNoManifestIsNot() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ObjectNode manifest = (ObjectNode) manifests(world).get(0);
        manifest.withObject("/spec").put("replicaz", 3);

        Person.Said said = lab.validate(manifest);

        assertThat(said.code()).isNotZero();
        assertThat(said.output()).contains("replicaz");
    }

    private static List<JsonNode> manifests(World world) {
        List<JsonNode> manifests = new ArrayList<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            if (resource.path("type").asText().startsWith("kubernetes:")
                    && resource.path("custom").asBoolean()) {
                manifests.add(resource.path("inputs"));
            }
        }
        return manifests;
    }
}
