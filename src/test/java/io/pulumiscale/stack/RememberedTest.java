package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pulumiscale.model.PoolKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {

    @Test
    void outputsAreReadBackAsTheyWereWritten() {
        Map<String, Integer> sizes = Map.of("web", 3, "api", 0);
        Map<String, String> digests = Map.of("web", "d1");
        assertThat(Remembered.of(Map.of(
                        "sizes",
                        Remembered.json(sizes),
                        "specifications",
                        Remembered.json(digests),
                        "topicArn",
                        "arn")))
                .isEqualTo(new Remembered(sizes, digests, Optional.of("arn")));
    }

    @Test
    void poolsAreWrittenInOrderSoThatOutputsDoNotChangeForNothing() {
        assertThat(Remembered.json(Map.of("web", 3, "api", 1, "batch", 2)))
                .isEqualTo("{\"api\":1,\"batch\":2,\"web\":3}");
    }

    @Test
    void aStackThatWasNeverUpdatedRemembersNothing() {
        assertThat(Remembered.of(Map.of())).isEqualTo(Remembered.nothing());
    }

    @Test
    void outputsOfAnotherProgramAreNotGuessedAt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Remembered.of(Map.of("sizes", "large")))
                .withMessage("the stack's outputs were not written by this program: large");
    }

    @Test
    void theScaledResourceHasTheNameThatTheEngineGivesIt() {
        assertThat(ScaledResource.of(PoolKind.EC2).urn("shop", "dev", "web"))
                .isEqualTo("urn:pulumi:dev::shop::pulumiscale:pool:Ec2$aws:autoscaling/group:Group::web");
        assertThat(ScaledResource.of(PoolKind.EKS).urn("shop", "dev", "batch"))
                .isEqualTo("urn:pulumi:dev::shop::pulumiscale:pool:Eks$aws:eks/nodeGroup:NodeGroup::batch");
        assertThat(ScaledResource.of(PoolKind.KUBERNETES).urn("shop", "dev", "workers"))
                .isEqualTo("urn:pulumi:dev::shop::pulumiscale:pool:Kubernetes$kubernetes:apps/v1:Deployment::workers");
    }
}
