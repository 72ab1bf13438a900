package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.ALARM;
import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class RestartTest extends CloudTest {

    @Test
    void everythingIsThereAfterARestartOnTheSamePorts() throws IOException {
        aws.create(
                ALARM,
                "high",
                "{name:high, comparisonOperator:GreaterThanThreshold, evaluationPeriods:1, threshold:80.5,"
                        + " metricName:m, namespace:n, statistic:Sum, alarmActions:[a], tags:{}}");
        aws.create(TOPIC, "gone", "{name:gone}");
        aws.delete(TOPIC, "arn:aws:sns:us-east-1:123456789012:gone");
        kubernetes.create(DEPLOYMENT, "api", CloudClient.deployment(3, ""));
        cloud.setProperty(DEPLOYMENT, "api", "spec.replicas", 7);
        var resources = cloud.resources();
        var operations = cloud.operations();
        var providers = cloud.debugProviders();

        restart();

        assertThat(cloud.resources()).isEqualTo(resources).hasSize(2);
        assertThat(cloud.operations()).isEqualTo(operations).hasSize(5);
        assertThat(cloud.debugProviders()).isEqualTo(providers);
    }

    @Test
    void aSecondRestartSeesWhatHappenedAfterTheFirst() throws IOException {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        restart();
        aws.update(GROUP, "web", CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 5));
        restart();
        assertThat(cloud.property(GROUP, "web", "desiredCapacity")).contains(5);
        assertThat(cloud.operations()).extracting(Operation::sequence).containsExactly(1L, 2L);
    }

    @Test
    void theStateFileHoldsOneLineForEachResourceAfterARestart() throws IOException {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        aws.update(GROUP, "web", CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 5));
        assertThat(Files.readAllLines(state())).hasSize(2);
        restart();
        assertThat(Files.readAllLines(state())).hasSize(1);
    }

    @Test
    void aLineThatAKilledProcessLeftUnfinishedIsDropped() throws IOException {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        for (String file : new String[] {"cloud.json", "cloud.json.operations"}) {
            Files.writeString(directory.resolve(file), "{\"put\":{\"urn\":\"ürn:pul", StandardOpenOption.APPEND);
        }
        restart();
        aws.create(TOPIC, "alerts", "{name:alerts}");
        restart();
        assertThat(cloud.resources()).hasSize(2);
        assertThat(cloud.operations()).hasSize(2);
    }

    @Test
    void aSecondCloudOnTheSameStateIsRefused() {
        assertThatThrownBy(() -> EmbeddedCloud.start(options()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Another embedded cloud is running on this state");
    }

    @Test
    void aStartOnATakenPortFailsAndLeavesNothingLocked() throws IOException {
        var elsewhere = CloudOptions.of(directory.resolve("made/other.json"));
        assertThatThrownBy(() -> EmbeddedCloud.start(elsewhere.ports(0, cloud.awsPort())))
                .isInstanceOf(IOException.class);
        EmbeddedCloud.start(elsewhere).close();
    }

    @Test
    void theFilesAreTheirOwnersOnly() throws IOException {
        aws.create(GROUP, "web", CloudClient.group(1, 8, 3));
        restart();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                .isEqualTo("rw-------");
    }

    private Path state() {
        return directory.resolve("cloud.json");
    }
}
