package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.local.CloudResource;
import io.pulumiscale.local.Operation;
import io.pulumiscale.local.OperationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Groups that are there already become pools, as docs/adopt.md says, and nothing of them is replaced. */
class AdoptionIT {
    private static final String WEB = """
            web:
              kind: ec2
              min: 2
              max: 8
              initial: 5
              groupName: web-asg-2019
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            """;
    private static final String NODES = """
            nodes:
              kind: eks
              min: 1
              max: 5
              initial: 4
              nodeGroupName: nodes-2019
              clusterName: main
              nodeRoleArn: arn:aws:iam::123456789012:role/nodes
              subnetIds: [subnet-1]
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void anAutoScalingGroupBecomesAPool() throws IOException {
        World world = orphaned(WEB);
        world.configure(WEB.replace("max: 8", "max: 9"));

        adopt(world, "pulumiscale:pool:Ec2", "aws:autoscaling/group:Group", "web", "web-asg-2019");

        assertThatItIsAPool(world, "web", "aws:autoscaling/group:Group", 5);
    }

    @Test
    void aNodeGroupBecomesAPool() throws IOException {
        World world = orphaned(NODES);
        world.configure(NODES.replace("max: 5", "max: 6"));

        adopt(world, "pulumiscale:pool:Eks", "aws:eks/nodeGroup:NodeGroup", "nodes", "main:nodes-2019");

        assertThatItIsAPool(world, "nodes", "aws:eks/nodeGroup:NodeGroup", 4);
    }

    /** A cloud that has the group, and a stack that knows nothing of anything. */
    private World orphaned(String pools) {
        World world = worlds.deployed(folder, pools);
        List<JsonNode> resources = StreamSupport.stream(
                        world.person().state().path("resources").spliterator(), false)
                .toList();
        for (JsonNode resource : resources) {
            String type = resource.path("type").asText();
            if (type.startsWith("aws:sns") || type.startsWith("aws:kms") || type.startsWith("aws:cloudwatch")) {
                world.cloud().deleteResource(type, resource.path("id").asText());
            }
        }
        world.person().pulumi("state", "delete", "--all", "--yes").succeeded();
        assertThat(world.person().state().path("resources")).isEmpty();
        return world;
    }

    private static void adopt(World world, String component, String type, String pool, String id) throws IOException {
        Files.writeString(world.folder().resolve("adopt.json"), """
                {"resources": [
                  {"type": "%s", "name": "pool", "logicalName": "%s", "component": true},
                  {"type": "%s", "name": "%s", "id": "%s", "parent": "pool"}
                ]}
                """.formatted(component, pool, type, pool, id));
        world.person()
                .pulumi("import", "--file", "adopt.json", "--protect=false", "--generate-code=false", "--yes")
                .succeeded();
    }

    private static void assertThatItIsAPool(World world, String pool, String type, int size) {
        int operations = world.cloud().operations().size();
        world.person().up().succeeded();

        List<Operation> done = world.cloud().operations();
        assertThat(done.subList(operations, done.size()))
                .filteredOn(operation -> operation.type().equals(type))
                .extracting(Operation::kind)
                .containsExactly(OperationKind.UPDATE);
        assertThat(world.cloud().resources())
                .extracting(CloudResource::type)
                .filteredOn(type::equals)
                .hasSize(1);
        assertThat(Cloud.size(world, pool)).isEqualTo(size);
        assertThat(world.person().sizes()).containsEntry(pool, size);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        Sender scaler = world.scaler();
        scaler.scale(pool, "delta", -1);
        Cloud.awaitSize(world, scaler, pool, size - 1);
    }
}
