package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** An object of the Prometheus operator's. The SDK has no classes for types that are not Kubernetes' own. */
final class OperatorObject extends CustomResource {

    /** @param version with its group, e.g. {@code monitoring.coreos.com/v1} */
    OperatorObject(
            String version,
            String kind,
            ObjectMetaArgs metadata,
            Map<String, Object> spec,
            CustomResourceOptions options) {
        super(
                "kubernetes:%s:%s".formatted(version, kind),
                Frame.LOGICAL,
                new Args(version, kind, metadata, spec),
                CustomResourceOptions.merge(
                        // the same provider as all the others, not one without a version beside it
                        CustomResourceOptions.builder()
                                .version(Utilities.getVersion())
                                .build(),
                        options));
    }

    /** The SDK reads the fields. */
    @SuppressWarnings("UnusedVariable")
    private static final class Args extends ResourceArgs {
        @Import
        private final Output<String> apiVersion;

        @Import
        private final Output<String> kind;

        @Import
        private final Output<ObjectMetaArgs> metadata;

        @Import
        private final Output<Map<String, Object>> spec;

        private Args(String apiVersion, String kind, ObjectMetaArgs metadata, Map<String, Object> spec) {
            this.apiVersion = Output.of(apiVersion);
            this.kind = Output.of(kind);
            this.metadata = Output.of(metadata);
            this.spec = Output.of(spec);
        }
    }
}
