package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * What all objects of the scaler have in common.
 *
 * @param namespace known when it is there
 * @param parent the component that they are parts of
 */
record Frame(ScalerSettings settings, Output<String> namespace, Resource parent) {
    /** Of every object in the engine; their types differ. */
    static final String LOGICAL = "scaler";

    Map<String, String> labels() {
        return Map.of("app.kubernetes.io/name", "pulumiscale", "app.kubernetes.io/instance", settings.name());
    }

    /** Named after the scaler. */
    ObjectMetaArgs.Builder named(String suffix) {
        return unnamed().name(settings.name() + suffix);
    }

    /** The provider makes a name, and another one for other content: who refers to it notices. */
    ObjectMetaArgs.Builder unnamed() {
        return ObjectMetaArgs.builder().namespace(namespace).labels(labels());
    }

    CustomResourceOptions child() {
        return child(List.of());
    }

    CustomResourceOptions child(List<Resource> after) {
        return CustomResourceOptions.builder().parent(parent).dependsOn(after).build();
    }
}
