package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scaler in its cluster. Only a whole run registers it: a scaler must not restart itself in the middle of its own
 * update. So nothing that a scoped run registers may depend on it, and it may depend on no resource that has a size.
 */
public final class ScalerDeployment extends ComponentResource {
    public static final String TYPE = "pulumiscale:scaler:Deployment";

    /** The scaler's pod needs no more, so nobody in its namespace gets more. */
    private static final Map<String, String> RESTRICTED = Map.of("pod-security.kubernetes.io/enforce", "restricted");

    private final List<Resource> reachable;
    private final Optional<String> url;

    public ScalerDeployment(ScalerSettings settings, Deployed deployed) {
        super(TYPE, Frame.LOGICAL);
        Frame frame = new Frame(settings, namespace(settings), this);
        Identity identity = Identity.register(frame, deployed);
        ScalerPod pod = new ScalerPod(frame, deployed, Credentials.register(frame));
        List<Resource> all = new ArrayList<>(new Exposure(frame).register());
        all.add(new Workload(frame, deployed, pod).register(identity.granted()));
        new AlertsIn(frame, deployed, new Receiver(settings)).register();
        reachable = List.copyOf(all);
        url = settings.ingress().map(ingress -> "https://" + ingress.host());
        registerOutputs(Map.of());
    }

    /** What has to be there before anyone is told to call: then the scaler is ready, and the way to it is open. */
    public List<Resource> reachable() {
        return reachable;
    }

    /** Where the world reaches it, if it does. */
    public Optional<String> url() {
        return url;
    }

    private Output<String> namespace(ScalerSettings settings) {
        if (!settings.createsNamespace()) {
            return Output.of(settings.namespace());
        }
        Namespace made = new Namespace(
                Frame.LOGICAL,
                NamespaceArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(settings.namespace())
                                .labels(RESTRICTED)
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        return made.metadata().applyValue(metadata -> metadata.name().orElseThrow());
    }
}
