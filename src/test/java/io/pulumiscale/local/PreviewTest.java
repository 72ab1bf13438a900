package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewTest extends CloudTest {

    @Test
    void aPlannedCreationTouchesNothingAndDoesNotInventWhatIsNotKnown() {
        var planned = aws.create(TOPIC, "alerts", "{name:alerts}", true);
        assertThat(planned.getId()).isEmpty();
        assertThat(Wire.read(planned.getProperties()))
                .containsEntry("name", "alerts")
                .containsEntry("arn", Unknown.VALUE);
        assertThat(cloud.resources()).isEmpty();
        assertThat(cloud.operations()).isEmpty();
    }

    @Test
    void inputsThatAreNotKnownYetMayBePlannedWith() {
        var group = CloudClient.group(1, 8, 3).replace("id:lt-1", "id:'" + Unknown.VALUE + "'");
        assertThat(Wire.read(aws.create(GROUP, "web", group, true).getProperties()))
                .containsEntry("desiredCapacity", 3);
    }

    @Test
    void aPlannedUpdateTouchesNothing() {
        kubernetes.create(DEPLOYMENT, "api", CloudClient.deployment(3, ""));
        var planned = kubernetes.update(
                DEPLOYMENT, "apps/api", CloudClient.deployment(3, ""), CloudClient.deployment(5, ""), true);
        assertThat(Tree.at(planned, "spec.replicas")).contains(5);
        assertThat(cloud.property(DEPLOYMENT, "api", "spec.replicas")).contains(3);
        assertThat(cloud.operations()).hasSize(1);
    }

    @Test
    void aVersionThatAnUpdateWillMakeIsNotKnownYet() {
        var id = aws.create(TEMPLATE, "web", "{name:web, instanceType:a}").getId();
        var planned = aws.update(TEMPLATE, id, "{name:web, instanceType:a}", "{name:web, instanceType:b}", true);
        assertThat(planned)
                .containsEntry("latestVersion", Unknown.VALUE)
                .containsEntry("defaultVersion", 1)
                .containsEntry("instanceType", "b");
    }

    @Test
    void faultsWaitForTheRealOperation() {
        cloud.faults().failNext(Match.any(), "no");
        aws.create(TOPIC, "alerts", "{name:alerts}", true);
        assertThat(cloud.operations()).isEmpty();
    }
}
