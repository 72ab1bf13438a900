package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the program without an engine, and knows what it registered. A type that is not in here is an error. */
final class MockCloud implements Mocks {
    static final String TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";

    static final String KEY_ID = "0b4e2c1a-1111-2222-3333-444455556666";
    static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:123456789012:pulumiscale-dev-alerts-undelivered";
    static final String QUEUE_URL =
            "https://sqs.us-east-1.amazonaws.com/123456789012/pulumiscale-dev-alerts-undelivered";

    private final Map<String, String> remembered;
    private final List<ResourceArgs> registered = new CopyOnWriteArrayList<>();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Set<String> slow = new HashSet<>();

    /** @param remembered the outputs of the stack's last update */
    MockCloud(Map<String, String> remembered) {
        this.remembered = remembered;
    }

    TestResult run(String pools, Consumer<Context> program) {
        return run(Map.of("pulumiscale:pools", pools), program);
    }

    /** @param config by name with its namespace */
    TestResult run(Map<String, String> config, Consumer<Context> program) {
        try {
            return PulumiTestInternal.builder()
                    .options(TestOptions.builder()
                            .organizationName("organization")
                            .projectName("pulumiscale")
                            .stackName("dev")
                            .build())
                    .config(config)
                    .mocks(this)
                    .build()
                    .runTest(program);
        } finally {
            PulumiTest.cleanup();
        }
    }

    /** From now on this one is made some time after it was registered. */
    void takeTimeFor(String typeAndName) {
        slow.add(typeAndName);
    }

    /** {@code TYPE NAME} of everything, in the order in which it was there. */
    List<String> made() {
        return made;
    }

    /** {@code TYPE NAME} of everything but the reference of the stack to itself. */
    List<String> registered() {
        return registered.stream().map(args -> args.type + " " + args.name).toList();
    }

    Map<String, Object> inputs(String type, String name) {
        return registered.stream()
                .filter(args -> args.type.equals(type) && args.name.equals(name))
                .map(args -> args.inputs)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s in %s".formatted(type, name, registered())));
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        if (args.type.equals("pulumi:pulumi:StackReference")) {
            return answer(args, Map.of("name", "self", "outputs", remembered, "secretOutputNames", List.of()));
        }
        registered.add(args);
        String what = args.type + " " + args.name;
        Executor executor =
                slow.contains(what) ? CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS) : Runnable::run;
        return answer(args, computed(args))
                .thenApplyAsync(
                        result -> {
                            made.add(what);
                            return result;
                        },
                        executor);
    }

    private static Map<String, Object> computed(ResourceArgs args) {
        return switch (args.type) {
            case "pulumiscale:alerts:Topic",
                    "pulumiscale:alerts:Delivery",
                    "pulumiscale:pool:Ec2",
                    "pulumiscale:pool:Eks",
                    "pulumiscale:pool:Kubernetes",
                    "aws:cloudwatch/metricAlarm:MetricAlarm",
                    "pulumiscale:scaler:Deployment",
                    "aws:iam/rolePolicy:RolePolicy",
                    "aws:kms/keyPolicy:KeyPolicy",
                    "aws:sns/topicPolicy:TopicPolicy",
                    "aws:sqs/queuePolicy:QueuePolicy",
                    "kubernetes:apps/v1:Deployment",
                    "kubernetes:apps/v1:StatefulSet",
                    "kubernetes:core/v1:ConfigMap",
                    "kubernetes:core/v1:Namespace",
                    "kubernetes:core/v1:PersistentVolumeClaim",
                    "kubernetes:core/v1:Service",
                    "kubernetes:core/v1:ServiceAccount",
                    "kubernetes:monitoring.coreos.com/v1:PrometheusRule",
                    "kubernetes:monitoring.coreos.com/v1:ServiceMonitor",
                    "kubernetes:monitoring.coreos.com/v1alpha1:AlertmanagerConfig",
                    "kubernetes:networking.k8s.io/v1:Ingress",
                    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
                    "kubernetes:policy/v1:PodDisruptionBudget",
                    "kubernetes:rbac.authorization.k8s.io/v1:Role",
                    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding" -> Map.of();
            case "kubernetes:core/v1:Secret" -> Map.of("metadata", named(args));
            case "aws:iam/role:Role" -> Map.of("arn", "arn:aws:iam::123456789012:role/" + args.name);
            case "aws:sns/topic:Topic" -> Map.of("arn", TOPIC_ARN);
            case "aws:kms/key:Key" -> Map.of("keyId", KEY_ID);
            case "aws:sqs/queue:Queue" -> Map.of("arn", QUEUE_ARN, "url", QUEUE_URL);
            case "aws:sns/topicSubscription:TopicSubscription" -> Map.of("pendingConfirmation", false);
            case "aws:ec2/launchTemplate:LaunchTemplate" -> Map.of("latestVersion", 7);
            case "aws:autoscaling/group:Group" -> Map.of("name", args.name + "-1234");
            case "aws:eks/nodeGroup:NodeGroup" ->
                Map.of(
                        "arn",
                        "arn:aws:eks:" + args.name,
                        "resources",
                        List.of(Map.of("autoscalingGroups", List.of(Map.of("name", "eks-" + args.name)))));
            default -> throw new IllegalStateException("the cloud knows no " + args.type);
        };
    }

    /** As the provider names what has no name. */
    private static Map<?, ?> named(ResourceArgs args) {
        Map<Object, Object> metadata = new HashMap<>((Map<?, ?>) args.inputs.getOrDefault("metadata", Map.of()));
        metadata.putIfAbsent("name", args.name + "-1a2b3c4d");
        return metadata;
    }

    private static CompletableFuture<ResourceResult> answer(ResourceArgs args, Map<String, Object> computed) {
        Map<String, Object> state = new HashMap<>(args.inputs);
        state.putAll(computed);
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(args.name + "-id"), state));
    }
}
