package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalerDeploymentTest {
    private static final String STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final String CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
    private static final String CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
    private static final String BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
    private static final String ROLE = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    private static final String BINDING = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    private static final String ACCOUNT = "kubernetes:core/v1:ServiceAccount";
    private static final String NETWORK = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private static final String INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";

    private ScalerStack stack;

    @BeforeEach
    void project(@TempDir Path folder) {
        stack = new ScalerStack(folder);
    }

    @Test
    void withoutItsConfigurationThereIsNone() {
        MockCloud cloud = new MockCloud(Map.of());
        cloud.run(Pools.ALL, App::stack).throwOnError();
        assertThat(cloud.registered()).noneMatch(resource -> resource.contains("scaler"));
    }

    @Test
    void oneScalerWithAJournalOnAVolume() {
        assertThat(stack.up(ScalerStack.SETTINGS).registered())
                .filteredOn(resource -> resource.contains("scaler"))
                .containsExactlyInAnyOrder(
                        "pulumiscale:scaler:Deployment scaler",
                        "kubernetes:core/v1:Namespace scaler",
                        ACCOUNT + " scaler",
                        ROLE + " scaler-default",
                        BINDING + " scaler-default",
                        SECRET + " scaler-credentials",
                        SECRET + " scaler-token",
                        CONFIG_MAP + " scaler-project",
                        CONFIG_MAP + " scaler-alertmanager",
                        CLAIM + " scaler-journal",
                        STATEFUL_SET + " scaler",
                        "kubernetes:core/v1:Service scaler",
                        NETWORK + " scaler");
        assertThat(stack.inputs(STATEFUL_SET, "scaler").at("/spec/replicas").asInt())
                .isEqualTo(1);
        assertThat(stack.inputs(CLAIM, "scaler-journal")
                        .at("/spec/resources/requests/storage")
                        .asText())
                .isEqualTo("1Gi");
    }

    @Test
    void severalScalersWhereLocksAreLeasesAndTheJournalIsOnAServer() {
        stack.up(ScalerStack.SEVERAL);
        assertThat(stack.inputs(DEPLOYMENT, "scaler").at("/spec/replicas").asInt())
                .isEqualTo(2);
        assertThat(stack.inputs(BUDGET, "scaler").at("/spec/maxUnavailable").asInt())
                .isEqualTo(1);
        assertThat(texts(stack.pod(DEPLOYMENT).path("topologySpreadConstraints"), "topologyKey"))
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        assertThat(stack.cloud().registered()).noneMatch(resource -> resource.startsWith(CLAIM));
        assertThat(arguments(DEPLOYMENT)).endsWith("--journal", "jdbc:postgresql://db:5433/journal");
    }

    /** A lock on any other backend names a host: a pod with another name could never prove that it is its own. */
    @Test
    void severalScalersKeepTheirNamesWhereLocksNameHosts() {
        String locks = ScalerStack.SEVERAL.replace("accessToken:'pul-123'", "backendUrl:'gs://state'");
        stack.up(locks + ",replicas:3");
        assertThat(stack.inputs(STATEFUL_SET, "scaler").at("/spec/replicas").asInt())
                .isEqualTo(3);
        assertThat(stack.cloud().registered())
                .contains(BUDGET + " scaler")
                .noneMatch(resource -> resource.startsWith(CLAIM));
    }

    @Test
    void aPodMayDoNothingThatItNeedNot() {
        stack.up(ScalerStack.SETTINGS);
        JsonNode pod = stack.pod(STATEFUL_SET);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(65_532);
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isEqualTo(120);
    }

    @Test
    void itMayWriteToItsJournalAndToItsScratchFolderOnly() {
        stack.up(ScalerStack.SETTINGS);
        JsonNode mounts = stack.pod(STATEFUL_SET).at("/containers/0/volumeMounts");
        assertThat(mounts)
                .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                .extracting(mount -> mount.path("mountPath").asText())
                .containsExactlyInAnyOrder("/tmp", "/var/lib/pulumiscale");
        assertThat(environment(STATEFUL_SET, "PULUMI_HOME").asText()).startsWith("/tmp/");
    }

    /** A single file of a ConfigMap, by subPath, would never change. */
    @Test
    void theProjectsFilesAreMountedAsAFolder() {
        stack.write("Pulumi.dev.yaml", "config: {a:b: c}\n");
        stack.up(ScalerStack.SETTINGS);
        assertThat(stack.inputs(CONFIG_MAP, "scaler-project").path("data").toString())
                .contains("\"Pulumi.dev.yaml\":\"config: {a:b: c}\\n\"", "\"Pulumi.yaml\":\"name: pulumiscale");
        assertThat(stack.pod(STATEFUL_SET).at("/containers/0/volumeMounts"))
                .noneMatch(mount -> mount.has("subPath"))
                .anyMatch(mount -> mount.path("mountPath").asText().equals("/etc/pulumiscale/project"));
        assertThat(arguments(STATEFUL_SET)).containsSubsequence("serve", "--cwd", "/etc/pulumiscale/project");
    }

    /** On Pulumi Cloud a plain name is looked for among the stacks of whoever asks. */
    @Test
    void itIsToldWhoseStackItIs() {
        stack.up(ScalerStack.SETTINGS);
        assertThat(arguments(STATEFUL_SET)).containsSubsequence("--stack", "organization/pulumiscale/dev");
    }

    @Test
    void theProbesAskWhatEachIsFor() {
        stack.up(ScalerStack.SETTINGS);
        JsonNode container = stack.pod(STATEFUL_SET).at("/containers/0");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/readinessProbe/httpGet/port").asText()).isEqualTo("http");
    }

    /** At the first {@code pulumi up} the stack has no outputs yet, and SNS wants its confirmation. */
    @Test
    void itIsToldTheTopicBeforeTheStackIs() {
        stack.up(ScalerStack.SETTINGS);
        assertThat(environment(STATEFUL_SET, "PULUMISCALE_TOPIC_ARN").asText()).isEqualTo(MockCloud.TOPIC_ARN);
    }

    @Test
    void whatIsSecretIsInSecretsOnly() {
        stack.up(ScalerStack.SEVERAL + ",passphrase:'correct horse',environment:{AZURE_STORAGE_KEY:'abc123'}");
        JsonNode credentials = stack.inputs(SECRET, "scaler-credentials").path("data");
        assertThat(plain(credentials, "passphrase")).isEqualTo("correct horse");
        assertThat(plain(credentials, "PULUMI_ACCESS_TOKEN")).isEqualTo("pul-123");
        assertThat(plain(credentials, "PULUMISCALE_JOURNAL_USER")).isEqualTo("scaler");
        assertThat(plain(credentials, "PULUMISCALE_JOURNAL_PASSWORD")).isEqualTo("hunter2");
        assertThat(plain(credentials, "AZURE_STORAGE_KEY")).isEqualTo("abc123");
        assertThat(plain(stack.inputs(SECRET, "scaler-token").path("data"), "token"))
                .isEqualTo(ScalerStack.TOKEN);
        assertThat(stack.cloud().registered())
                .filteredOn(resource -> !resource.startsWith(SECRET))
                .allSatisfy(resource -> assertThat(stack.inputs(resource.split(" ", 2)[0], resource.split(" ", 2)[1])
                                .toString())
                        .doesNotContain("hunter2", "correct horse", "abc123", "pul-123", ScalerStack.TOKEN));
    }

    /** Then its name changes with what is in it, and the pods that refer to it are replaced. */
    @Test
    void theCredentialsAreNamedByTheProvider() {
        stack.up(ScalerStack.SETTINGS + ",environment:{AZURE_STORAGE_KEY:'abc123'}");
        assertThat(stack.inputs(SECRET, "scaler-credentials")
                        .at("/metadata/name")
                        .isMissingNode())
                .isTrue();
        assertThat(variable(STATEFUL_SET, "AZURE_STORAGE_KEY")
                        .at("/valueFrom/secretKeyRef/name")
                        .asText())
                .isEqualTo("scaler-credentials-1a2b3c4d");
        assertThat(environment(STATEFUL_SET, "PULUMI_CONFIG_PASSPHRASE_FILE").asText())
                .isEqualTo("/etc/pulumiscale/credentials/passphrase");
    }

    @Test
    void itMayReadAndPatchThePoolsDeploymentsAndNothingElse() {
        String others = Pools.json("workers:{%s},jobs:{%s,namespace:'batch'},mails:{%s,namespace:'batch'}"
                .formatted(Pools.WORKERS, Pools.WORKERS, Pools.WORKERS));
        stack.up(others, ScalerStack.SETTINGS);
        JsonNode role = stack.inputs(ROLE, "scaler-batch");
        assertThat(role.at("/metadata/namespace").asText()).isEqualTo("batch");
        assertThat(role.path("rules")).hasSize(1);
        assertThat(role.at("/rules/0"))
                .isEqualTo(
                        ScalerStack.json(
                                "apiGroups:['apps'],resources:['deployments'],resourceNames:['jobs','mails'],verbs:['get','patch']"));
        assertThat(stack.inputs(BINDING, "scaler-batch")
                        .at("/subjects/0/namespace")
                        .asText())
                .isEqualTo("pulumiscale");
        assertThat(stack.cloud().registered()).contains(ROLE + " scaler-default");
    }

    @Test
    void theApisTokenIsMountedOnlyWhereAPoolIsInTheCluster() {
        stack.up(ScalerStack.SETTINGS);
        assertThat(stack.pod(STATEFUL_SET).path("automountServiceAccountToken").asBoolean())
                .isTrue();
        assertThat(stack.inputs(ACCOUNT, "scaler")
                        .path("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void withoutAPoolInTheClusterThereIsNoTokenAndNoRole() {
        stack.up(Pools.json("web:{%s}".formatted(Pools.WEB)), ScalerStack.SETTINGS);
        assertThat(stack.pod(STATEFUL_SET).path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(stack.cloud().registered()).noneMatch(resource -> resource.startsWith(ROLE));
    }

    @Test
    void aRoleOfItsOwnIsBoundToItsServiceAccount() {
        stack.up(ScalerStack.SETTINGS
                + ",aws:{oidcProviderArn:'arn:aws:iam::123456789012:oidc-provider/oidc.example.com/id/AB'}");
        assertThat(stack.inputs("aws:iam/role:Role", "scaler")
                        .path("assumeRolePolicy")
                        .asText())
                .contains("\"oidc.example.com/id/AB:sub\":\"system:serviceaccount:pulumiscale:pulumiscale\"")
                .contains("\"oidc.example.com/id/AB:aud\":\"sts.amazonaws.com\"");
        assertThat(stack.inputs("aws:iam/rolePolicy:RolePolicy", "scaler")
                        .path("policy")
                        .asText())
                .contains("autoscaling:UpdateAutoScalingGroup", "eks:UpdateNodegroupConfig", "s3:PutObject");
        assertThat(roleArn()).isEqualTo("arn:aws:iam::123456789012:role/scaler");
    }

    @Test
    void aRoleThatIsThereIsTakenAsItIs() {
        stack.up(ScalerStack.SETTINGS + ",aws:{roleArn:'arn:aws:iam::123456789012:role/ours'}");
        assertThat(roleArn()).isEqualTo("arn:aws:iam::123456789012:role/ours");
        assertThat(stack.cloud().registered()).noneMatch(resource -> resource.startsWith("aws:iam"));
    }

    private String roleArn() {
        return stack.inputs(ACCOUNT, "scaler")
                .at("/metadata/annotations")
                .path("eks.amazonaws.com/role-arn")
                .asText();
    }

    @Test
    void onlyWhoIsNamedMayCallIt() {
        stack.up(ScalerStack.SETTINGS + ",network:{fromNamespaces:['monitoring'],fromCidrs:['10.0.0.0/8']}");
        JsonNode ingress = stack.inputs(NETWORK, "scaler").at("/spec/ingress/0");
        assertThat(ingress.at("/ports/0/port").asInt()).isEqualTo(8080);
        assertThat(ingress.at("/from/0/namespaceSelector/matchLabels").toString())
                .contains("monitoring");
        assertThat(ingress.at("/from/1/ipBlock/cidr").asText()).isEqualTo("10.0.0.0/8");
    }

    @Test
    void aBackendThatIsNoCloudsOwnIsReached() {
        stack.up(ScalerStack.SETTINGS.replace("s3://state", "s3://state?endpoint=http://minio.storage:9000"));
        JsonNode egress = stack.inputs(NETWORK, "scaler").at("/spec/egress");
        assertThat(texts(egress.at("/1/ports"), "port")).containsExactly("443", "6443", "9000");
    }

    @Test
    void itMayCallDnsApisAndItsJournal() {
        stack.up(ScalerStack.SEVERAL + ",network:{egressPorts:[3128]}");
        JsonNode egress = stack.inputs(NETWORK, "scaler").at("/spec/egress");
        assertThat(texts(egress.at("/0/ports"), "port")).containsExactly("53", "53");
        assertThat(texts(egress.at("/1/ports"), "port")).containsExactly("443", "3128", "5433", "6443");
        assertThat(stack.inputs(NETWORK, "scaler").at("/spec/policyTypes")).hasSize(2);
    }

    @Test
    void theWorldReachesItByTls() {
        stack.up(ScalerStack.SETTINGS
                + ",ingress:{host:'scaler.example.com',className:'nginx',tlsSecret:'scaler-tls',annotations:{a:'b'}}");
        JsonNode ingress = stack.inputs(INGRESS, "scaler");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("scaler-tls");
        assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
        assertThat(ingress.at("/metadata/annotations/a").asText()).isEqualTo("b");
        assertThat(ingress.at("/spec/rules/0/http/paths/0/backend/service/port/name")
                        .asText())
                .isEqualTo("http");
    }

    @Test
    void itsNamespaceLetsNoOtherKindOfPodIn() {
        stack.up(ScalerStack.SETTINGS + ",namespace:'ops'");
        assertThat(stack.inputs("kubernetes:core/v1:Namespace", "scaler").toString())
                .contains("\"name\":\"ops\"", "\"pod-security.kubernetes.io/enforce\":\"restricted\"");
    }

    @Test
    void aNamespaceThatIsThereIsLeftAlone() {
        stack.up(ScalerStack.SETTINGS + ",createNamespace:false");
        assertThat(stack.cloud().registered()).noneMatch(resource -> resource.contains(":Namespace "));
    }

    @Test
    void theCallersOfAClusterGetTheirReceiverAndTheirRules() {
        stack.up(
                Pools.json("workers:{%s,rules:[{name:'Backlog',expr:'queue > 9',action:'delta',value:2}]}"
                        .formatted(Pools.WORKERS)),
                ScalerStack.SETTINGS);
        assertThat(stack.inputs(CONFIG_MAP, "scaler-rules").at("/data").toString())
                .contains("alert:", "Backlog", "pool_name", "workers", "pulumiscale_action", "delta");
        assertThat(stack.inputs(CONFIG_MAP, "scaler-alertmanager").at("/data").toString())
                .contains("http://pulumiscale.pulumiscale.svc/webhook/alertmanager", "credentials_file")
                .doesNotContain(ScalerStack.TOKEN);
    }

    @Test
    void theOperatorGetsItsObjects() {
        stack.up(
                Pools.json("workers:{%s,rules:[{name:'Backlog',expr:'queue > 9'}]}".formatted(Pools.WORKERS)),
                ScalerStack.SETTINGS
                        + ",monitoring:{prometheusOperator:true,serviceMonitor:true,labels:{release:'prom'}}");
        JsonNode rule = stack.inputs("kubernetes:monitoring.coreos.com/v1:PrometheusRule", "scaler");
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prom");
        assertThat(rule.at("/spec/groups/0/rules/0/labels/namespace").asText()).isEqualTo("pulumiscale");
        assertThat(stack.inputs("kubernetes:monitoring.coreos.com/v1alpha1:AlertmanagerConfig", "scaler")
                        .at("/spec/receivers/0/webhookConfigs/0/httpConfig/authorization/credentials/name")
                        .asText())
                .isEqualTo("pulumiscale-token");
        assertThat(stack.inputs("kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "scaler")
                        .at("/spec/endpoints/0/port")
                        .asText())
                .isEqualTo("http");
        assertThat(stack.cloud().registered()).noneMatch(resource -> resource.contains("scaler-alertmanager"));
    }

    private List<String> arguments(String type) {
        return StreamSupport.stream(stack.pod(type).at("/containers/0/args").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode environment(String type, String name) {
        return variable(type, name).path("value");
    }

    private JsonNode variable(String type, String name) {
        return StreamSupport.stream(stack.pod(type).at("/containers/0/env").spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(key).asText().replaceAll("\\.0$", ""))
                .toList();
    }

    private static String plain(JsonNode data, String key) {
        return new String(Base64.getDecoder().decode(data.path(key).asText()), StandardCharsets.UTF_8);
    }
}
