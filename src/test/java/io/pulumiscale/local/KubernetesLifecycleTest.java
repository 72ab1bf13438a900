package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubernetesLifecycleTest extends CloudTest {
    private static final String FORCED = ", annotations:{'pulumi.com/patchForce':'true'}";

    @Test
    void idsAreNamespaceAndNameAndObjectsHaveWhatTheServerGives() {
        assertThat(kubernetes
                        .create(NAMESPACE, "apps", "{metadata:{name:apps}}")
                        .getId())
                .isEqualTo("apps");
        assertThat(create(3).getId()).isEqualTo("apps/api");
        assertThat(at("metadata.uid")).get().asString().hasSize(36);
        assertThat(at("metadata.generation")).contains(1);
        assertThat(at("metadata.name")).contains("api");
        assertThat(at("metadata.creationTimestamp")).contains("2030-01-02T03:04:05Z");
        assertThat(at("status.readyReplicas")).contains(3);
    }

    @Test
    void aNewSizeIsANewGenerationAndStatus() {
        create(3);
        var version = at("metadata.resourceVersion");
        var uid = at("metadata.uid");
        update(3, 5, "");
        assertThat(at("spec.replicas")).contains(5);
        assertThat(at("status.availableReplicas")).contains(5);
        assertThat(at("metadata.generation")).contains(2);
        assertThat(at("metadata.resourceVersion")).isNotEqualTo(version);
        assertThat(at("metadata.uid")).isEqualTo(uid);
    }

    @Test
    void whatTheApiServerRefusesIsRefused() {
        assertThatThrownBy(() -> create(-1))
                .hasMessage("UNKNOWN: Deployment.apps \"api\" is invalid: spec.replicas: Invalid value: -1:"
                        + " must be greater than or equal to 0");
        var unselected = CloudClient.deployment(1, "").replace("labels:{app:api}", "labels:{app:other}");
        assertThatThrownBy(() -> kubernetes.create(DEPLOYMENT, "api", unselected))
                .hasMessageContaining("`selector` does not match template `labels`");
        assertThatThrownBy(() -> kubernetes.create(NAMESPACE, "apps", "{metadata:{name:Apps}}"))
                .hasMessageContaining("a lowercase RFC 1123 subdomain");
        create(1);
        assertThatThrownBy(() -> create(1)).hasMessageContaining("deployments.apps \"api\" already exists");
    }

    @Test
    void theSameNameInTwoNamespacesIsTwoObjects() {
        create(1);
        kubernetes.create(DEPLOYMENT, "api2", CloudClient.deployment(1, "").replace("apps", "other"));
        assertThat(cloud.resources()).extracting(CloudResource::id).containsExactly("apps/api", "other/api");
    }

    @Test
    void aFieldThatSomeoneScaledIsAConflictUntilItIsTakenByForce() {
        create(3);
        cloud.setProperty(DEPLOYMENT, "api", "spec.replicas", 7);
        assertThat(at("status.replicas")).contains(7);
        assertThatThrownBy(() -> update(3, 5, ""))
                .hasMessageContaining("Apply failed with 1 conflict")
                .hasMessageContaining(".spec.replicas");
        assertThat(at("spec.replicas")).contains(7);
        update(3, 5, FORCED);
        assertThat(at("spec.replicas")).contains(5);
        update(5, 4, "");
        assertThat(at("spec.replicas")).contains(4);
    }

    @Test
    void forceTakesTheFieldBackThoughTheProgramsSizeDidNotChange() {
        create(3);
        cloud.setProperty(DEPLOYMENT, "api", "spec.replicas", 7);
        update(3, 3, FORCED);
        assertThat(at("spec.replicas")).contains(3);
    }

    private pulumirpc.Provider.CreateResponse create(int replicas) {
        return kubernetes.create(DEPLOYMENT, "api", CloudClient.deployment(replicas, ""));
    }

    private void update(int from, int to, String more) {
        kubernetes.update(DEPLOYMENT, "apps/api", CloudClient.deployment(from, ""), CloudClient.deployment(to, more));
    }

    private Optional<Object> at(String path) {
        return cloud.property(DEPLOYMENT, "api", path);
    }
}
