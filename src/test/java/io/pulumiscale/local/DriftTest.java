package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftTest extends CloudTest {
    private static final String INPUTS = CloudClient.group(1, 8, 3);

    @BeforeEach
    void create() {
        aws.create(GROUP, "web", INPUTS);
    }

    @Test
    void aRefreshSeesWhatSomeoneElseSet() {
        cloud.setProperty(GROUP, "web", "desiredCapacity", 6);
        var read = aws.read(GROUP, "web", INPUTS);
        assertThat(read.getId()).isEqualTo("web");
        assertThat(Wire.read(read.getProperties())).containsEntry("desiredCapacity", 6);
        assertThat(Wire.read(read.getInputs()))
                .containsEntry("desiredCapacity", 6)
                .doesNotContainKey("arn");
    }

    @Test
    void aRefreshWithoutDriftGivesTheInputsBackUnchanged() {
        assertThat(Wire.read(aws.read(GROUP, "web", INPUTS).getInputs()))
                .isEqualTo(Wire.read(CloudClient.struct(INPUTS)));
        var deployment = CloudClient.deployment(3, "");
        kubernetes.create(DEPLOYMENT, "api", deployment);
        assertThat(Wire.read(kubernetes.read(DEPLOYMENT, "apps/api", deployment).getInputs()))
                .isEqualTo(Wire.read(CloudClient.struct(deployment)));
    }

    @Test
    void anImportGetsTheInputsThatItWasMadeOf() {
        assertThat(Wire.read(aws.read(GROUP, "web", "{}").getInputs()))
                .isEqualTo(Wire.read(CloudClient.struct(INPUTS)));
    }

    @Test
    void whatSomeoneDeletedIsGone() {
        cloud.deleteResource(GROUP, "web");
        assertThat(aws.read(GROUP, "web", INPUTS).getId()).isEmpty();
        assertThat(cloud.operations()).last().matches(last -> last.kind() == OperationKind.DRIFT);
    }

    @Test
    void aDriftOfWhatThereIsNotIsAMistakeOfTheTest() {
        assertThatThrownBy(() -> cloud.setProperty(GROUP, "other", "desiredCapacity", 6))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> cloud.setProperty(GROUP, "web", "desiredCapacty", 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no property desiredCapacty");
    }
}
