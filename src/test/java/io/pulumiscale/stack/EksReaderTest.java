package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.stack.NodeSettings.Taint;
import io.pulumiscale.stack.NodeSettings.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksReaderTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/nodes";

    @Test
    void whatIsNotSaidIsLeftToEks() {
        assertThat(read(Pools.BATCH))
                .isEqualTo(new NodeSettings(
                        "",
                        "main",
                        ROLE,
                        List.of("subnet-1"),
                        List.of("t3.medium"),
                        "",
                        "",
                        0,
                        Map.of(),
                        List.of(),
                        new Unavailable(0, 0),
                        Map.of()));
    }

    @Test
    void whatIsSaidIsRead() {
        assertThat(read(Pools.BATCH
                        + ",nodeGroupName:'batch_1',instanceTypes:['m5.large','m5a.large'],"
                        + "amiType:'AL2023_x86_64_STANDARD',capacityType:'SPOT',diskSize:40,labels:{'team':'shop'},"
                        + "taints:[{key:'batch',effect:'NO_SCHEDULE'},{key:'team',value:'shop',effect:'NO_EXECUTE'}],"
                        + "maxUnavailablePercent:25,tags:{'team':'shop'}"))
                .isEqualTo(new NodeSettings(
                        "batch_1",
                        "main",
                        ROLE,
                        List.of("subnet-1"),
                        List.of("m5.large", "m5a.large"),
                        "AL2023_x86_64_STANDARD",
                        "SPOT",
                        40,
                        Map.of("team", "shop"),
                        List.of(new Taint("batch", "", "NO_SCHEDULE"), new Taint("team", "shop", "NO_EXECUTE")),
                        new Unavailable(0, 25),
                        Map.of("team", "shop")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nodeGroupName:'-a' | nodeGroupName: -a is not a node group's name",
                "amiType:'linux' | amiType: linux is not an AMI type such as AL2023_x86_64_STANDARD",
                "capacityType:'spot' | capacityType: spot is unknown, did you mean SPOT?",
                "diskSize:0 | diskSize: 0 is not between 1 and 16384",
                "labels:['a'] | labels: a mapping is needed, not [\"a\"]",
                "taints:[{effect:'NO_SCHEDULE'}] | taints[0].key: missing",
                "taints:[{key:'a',effect:'NoSchedule'}] | taints[0].effect: NoSchedule is unknown, did you mean NO_SCHEDULE?",
                "taints:[{key:'a',effect:'NO_SCHEDULE',values:'b'}] | taints[0].values: unknown, did you mean value?",
                "maxUnavailable:1,maxUnavailablePercent:1 | maxUnavailablePercent: means nothing with maxUnavailable",
                "maxUnavailable:101 | maxUnavailable: 101 is not between 1 and 100",
                "tags:{'aws:x':'1'} | tags.aws:x: this key is not yours to set"
            })
    void aFaultIsToldByItsPath(String entries, String fault) {
        assertThat(Pools.faults(Pools.BATCH, entries)).containsExactly("pools.web." + fault);
    }

    private static NodeSettings read(String pool) {
        StackConfig config = Pools.read(Pools.json("batch:{%s}".formatted(pool)));
        return ((PoolSpec.Eks) config.spec("batch").orElseThrow().settings()).nodes();
    }
}
