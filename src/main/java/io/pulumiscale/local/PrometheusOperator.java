package io.pulumiscale.local;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operator's types. The SDK has no classes for what a cluster defines itself: their shape is written down here. */
final class PrometheusOperator {
    private static final String GROUP = "monitoring.coreos.com";

    private PrometheusOperator() {}

    static Stream<KindBuilder> kinds() {
        return Stream.of(
                kind("v1", "PrometheusRule", "prometheusrules"),
                kind("v1", "ServiceMonitor", "servicemonitors"),
                kind("v1alpha1", "AlertmanagerConfig", "alertmanagerconfigs"));
    }

    private static KindBuilder kind(String version, String kind, String plural) {
        return KubernetesKinds.namespaced(
                KindBuilder.kind("kubernetes:%s/%s:%s".formatted(GROUP, version, kind), ObjectArgs.class),
                plural + "." + GROUP);
    }

    /** What is in the {@code spec}, only the operator's own definitions know. */
    @SuppressWarnings("UnusedVariable") // read by their annotations
    private static final class ObjectArgs {
        @Import(required = true)
        private @Nullable Output<String> apiVersion;

        @Import(required = true)
        private @Nullable Output<String> kind;

        @Import(required = true)
        private @Nullable Output<ObjectMetaArgs> metadata;

        @Import(required = true)
        private @Nullable Output<Map<String, Object>> spec;
    }
}
