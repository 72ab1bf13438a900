package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.LocalObjectReferenceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod of the scaler: one container that may write to its volumes only, and may do nothing that it need not. */
record ScalerPod(Frame frame, Deployed deployed, Credentials credentials) {
    static final int PORT = 8080;
    static final String PORT_NAME = "http";

    /** Anyone but root; the volumes' group too. */
    private static final int USER = 65_532;

    /** The update that is running has a minute to end, and as long again to be stopped. */
    private static final int PATIENCE_SECONDS = 120;

    PodTemplateSpecArgs template() {
        return PodTemplateSpecArgs.builder()
                .metadata(ObjectMetaArgs.builder().labels(frame.labels()).build())
                .spec(pod())
                .build();
    }

    private PodSpecArgs pod() {
        ScalerSettings settings = frame.settings();
        PodSpecArgs.Builder pod = PodSpecArgs.builder()
                .serviceAccountName(settings.name())
                .automountServiceAccountToken(!deployed.deploymentsByNamespace().isEmpty())
                .enableServiceLinks(false)
                .terminationGracePeriodSeconds(PATIENCE_SECONDS)
                .securityContext(PodSecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .runAsUser(USER)
                        .runAsGroup(USER)
                        .fsGroup(USER)
                        .seccompProfile(SeccompProfileArgs.builder()
                                .type("RuntimeDefault")
                                .build())
                        .build())
                .volumes(new ScalerVolumes(frame, credentials).volumes())
                .containers(container());
        if (settings.journal().replicas() > 1) {
            pod.topologySpreadConstraints(apart("kubernetes.io/hostname"), apart("topology.kubernetes.io/zone"));
        }
        if (!settings.imagePullSecrets().isEmpty()) {
            pod.imagePullSecrets(settings.imagePullSecrets().stream()
                    .map(name -> LocalObjectReferenceArgs.builder().name(name).build())
                    .toList());
        }
        return pod.build();
    }

    private ContainerArgs container() {
        ScalerSettings.Resources resources = frame.settings().resources();
        return ContainerArgs.builder()
                .name("scaler")
                .image(frame.settings().image())
                .args(arguments())
                .env(environment())
                .ports(ContainerPortArgs.builder()
                        .name(PORT_NAME)
                        .containerPort(PORT)
                        .build())
                .startupProbe(probe("/healthz", 2, 60))
                .readinessProbe(probe("/readyz", 5, 2))
                .livenessProbe(probe("/healthz", 10, 6))
                .resources(ResourceRequirementsArgs.builder()
                        .requests(resources.requests())
                        .limits(resources.limits())
                        .build())
                .securityContext(SecurityContextArgs.builder()
                        .allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                        .build())
                .volumeMounts(new ScalerVolumes(frame, credentials).mounts())
                .build();
    }

    private List<String> arguments() {
        return List.of(
                "serve",
                "--cwd",
                ScalerVolumes.PROJECT,
                "--stack",
                deployed.stack(),
                "--host",
                "0.0.0.0",
                "--port",
                String.valueOf(PORT),
                "--journal",
                journal());
    }

    private String journal() {
        return frame.settings().journal() instanceof ScalerSettings.Postgres postgres
                ? postgres.url()
                : ScalerVolumes.JOURNAL + "/journal.db";
    }

    /** The engine looks for its user by name, and keeps what it notes in a home. */
    private List<EnvVarArgs> environment() {
        List<EnvVarArgs> environment = new ArrayList<>();
        environment.add(variable("HOME", Output.of(ScalerVolumes.SCRATCH)));
        environment.add(variable("USER", Output.of("pulumiscale")));
        environment.add(variable("PULUMI_HOME", Output.of(ScalerVolumes.SCRATCH + "/pulumi")));
        environment.add(variable(
                "PULUMI_BACKEND_URL", Output.of(frame.settings().backend().url())));
        deployed.topicArn().ifPresent(arn -> environment.add(variable("PULUMISCALE_TOPIC_ARN", arn)));
        if (credentials.passphrase()) {
            environment.add(variable(
                    "PULUMI_CONFIG_PASSPHRASE_FILE",
                    Output.of(ScalerVolumes.CREDENTIALS + "/" + Credentials.PASSPHRASE)));
        }
        return Stream.concat(environment.stream(), credentials.environment().stream())
                .toList();
    }

    private static EnvVarArgs variable(String name, Output<String> value) {
        return EnvVarArgs.builder().name(name).value(value).build();
    }

    private static ProbeArgs probe(String path, int everySeconds, int failures) {
        return ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder()
                        .path(path)
                        .port(Output.ofRight(PORT_NAME))
                        .build())
                .periodSeconds(everySeconds)
                .timeoutSeconds(5)
                .failureThreshold(failures)
                .build();
    }

    /** As far as there are nodes to be apart on. */
    private TopologySpreadConstraintArgs apart(String key) {
        return TopologySpreadConstraintArgs.builder()
                .maxSkew(1)
                .topologyKey(key)
                .whenUnsatisfiable("ScheduleAnyway")
                .labelSelector(
                        LabelSelectorArgs.builder().matchLabels(frame.labels()).build())
                .build();
    }
}
