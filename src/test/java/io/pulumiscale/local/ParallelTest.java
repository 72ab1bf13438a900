package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParallelTest extends CloudTest {
    private static final int POOLS = 500;

    @Test
    void manyAtOnceAreAllThereAndStillThereAfterARestart() throws IOException {
        IntStream.range(0, POOLS).parallel().forEach(i -> {
            aws.create(TEMPLATE, "pool" + i, "{name:pool" + i + "}");
            aws.create(GROUP, "pool" + i, CloudClient.group(1, 8, 3).replace("name:web", "name:pool" + i));
        });
        assertThat(cloud.operations())
                .extracting(Operation::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * POOLS).boxed().toList());
        var resources = List.copyOf(cloud.resources());
        restart();
        assertThat(cloud.resources()).hasSize(2 * POOLS).isEqualTo(resources);
    }

    @Test
    void ofManyWithOneNameOneWins() {
        long created = IntStream.range(0, 50).parallel().filter(i -> creates()).count();
        assertThat(created).isEqualTo(1);
        assertThat(cloud.resources()).hasSize(1);
    }

    private boolean creates() {
        try {
            aws.create(TOPIC, "alerts", "{name:alerts}");
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
