package io.pulumiscale.stack;

import io.pulumiscale.stack.scaler.ScalerSettings.Resources;
import java.util.List;
import java.util.Map;

/** Reads what a pool of kind {@code kubernetes} needs. */
record KubernetesReader(String pool, Section section) {
    private static final Resources UNLIMITED = new Resources(Map.of(), Map.of());
    private static final int LARGEST_PORT = 65_535;

    PoolSpec.Kubernetes read() {
        return new PoolSpec.Kubernetes(
                KubernetesText.NAME.read(section, "namespace", "default"),
                container(),
                section.textsByKey("labels"),
                section.has("serviceAccountName") ? KubernetesText.LONG_NAME.read(section, "serviceAccountName") : "",
                pullSecrets(section),
                new PrometheusRulesReader(pool, section).read());
    }

    /** Of Secrets in the same namespace that have the registry's credentials. */
    static List<String> pullSecrets(Section section) {
        List<String> names = section.texts("imagePullSecrets", List.of());
        KubernetesText.LONG_NAME.check(section, "imagePullSecrets", names);
        return names;
    }

    private PoolSpec.Container container() {
        Map<String, String> env = section.textsByKey("env");
        KubernetesText.VARIABLE.check(section, "env", env.keySet());
        return new PoolSpec.Container(
                section.text("image"),
                section.texts("command", List.of()),
                section.texts("args", List.of()),
                env,
                section.integers("ports", 1, LARGEST_PORT),
                new ResourcesReader(section).read().orElse(UNLIMITED));
    }
}
