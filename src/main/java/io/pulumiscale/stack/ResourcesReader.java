package io.pulumiscale.stack;

import io.pulumiscale.stack.scaler.ScalerSettings.Resources;
import java.util.Map;
import java.util.Optional;

/** Reads {@code resources} as Kubernetes has them: {@code requests} and {@code limits}. */
record ResourcesReader(Section section) {

    Optional<Resources> read() {
        return section.section("resources").map(ResourcesReader::resources);
    }

    private static Resources resources(Section section) {
        Resources resources = new Resources(quantities(section, "requests"), quantities(section, "limits"));
        section.end();
        return resources;
    }

    private static Map<String, String> quantities(Section section, String key) {
        Map<String, String> quantities = section.textsByKey(key);
        KubernetesText.QUANTITY.check(section, key, quantities.values());
        return quantities;
    }
}
