package io.pulumiscale.stack;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Runs the program without an engine, and knows what it registered. A type that is not in here is an error. */
final class MockCloud implements Mocks {
    static final String TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";

    private final Map<String, String> remembered;
    private final List<ResourceArgs> registered = new CopyOnWriteArrayList<>();

    /** @param remembered the outputs of the stack's last update */
    MockCloud(Map<String, String> remembered) {
        this.remembered = remembered;
    }

    TestResult run(String pools, Consumer<Context> program) {
        try {
            return PulumiTestInternal.builder()
                    .options(TestOptions.builder()
                            .organizationName("organization")
                            .projectName("pulumiscale")
                            .stackName("dev")
                            .build())
                    .config(Map.of("pulumiscale:pools", pools))
                    .mocks(this)
                    .build()
                    .runTest(program);
        } finally {
            PulumiTest.cleanup();
        }
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
        return answer(args, computed(args));
    }

    private static Map<String, Object> computed(ResourceArgs args) {
        return switch (args.type) {
            case "pulumiscale:alerts:Topic",
                    "pulumiscale:pool:Ec2",
                    "pulumiscale:pool:Eks",
                    "pulumiscale:pool:Kubernetes",
                    "aws:cloudwatch/metricAlarm:MetricAlarm",
                    "kubernetes:apps/v1:Deployment" -> Map.of();
            case "aws:sns/topic:Topic" -> Map.of("arn", TOPIC_ARN);
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

    private static CompletableFuture<ResourceResult> answer(ResourceArgs args, Map<String, Object> computed) {
        Map<String, Object> state = new HashMap<>(args.inputs);
        state.putAll(computed);
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(args.name + "-id"), state));
    }
}
