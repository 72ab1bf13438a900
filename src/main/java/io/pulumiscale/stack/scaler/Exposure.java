package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.networking.v1.Ingress;
import com.pulumi.kubernetes.networking.v1.IngressArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.HTTPIngressPathArgs;
import com.pulumi.kubernetes.networking.v1.inputs.HTTPIngressRuleValueArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressBackendArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressServiceBackendArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressSpecArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressTLSArgs;
import com.pulumi.kubernetes.networking.v1.inputs.ServiceBackendPortArgs;
import com.pulumi.resources.Resource;
import io.pulumiscale.stack.scaler.ScalerSettings.IngressSettings;
import java.util.ArrayList;
import java.util.List;

/** How callers reach the scaler. */
record Exposure(Frame frame) {
    static final int SERVICE_PORT = 80;

    /** All of it has to be there before anyone is told the address. */
    List<Resource> register() {
        List<Resource> exposed = new ArrayList<>();
        exposed.add(new NetworkPolicy(
                Frame.LOGICAL,
                NetworkPolicyArgs.builder()
                        .metadata(frame.named("").build())
                        .spec(new NetworkRules(frame).spec())
                        .build(),
                frame.child()));
        exposed.add(new Service(Frame.LOGICAL, service(), frame.child()));
        frame.settings()
                .ingress()
                .ifPresent(ingress -> exposed.add(new Ingress(Frame.LOGICAL, ingress(ingress), frame.child())));
        return exposed;
    }

    /** Inside the cluster. */
    static String address(ScalerSettings settings) {
        return "http://%s.%s.svc".formatted(settings.name(), settings.namespace());
    }

    private ServiceArgs service() {
        return ServiceArgs.builder()
                .metadata(frame.named("").build())
                .spec(ServiceSpecArgs.builder()
                        .selector(frame.labels())
                        .ports(ServicePortArgs.builder()
                                .name(ScalerPod.PORT_NAME)
                                .port(SERVICE_PORT)
                                .targetPort(Output.ofRight(ScalerPod.PORT_NAME))
                                .build())
                        .build())
                .build();
    }

    private IngressArgs ingress(IngressSettings settings) {
        IngressSpecArgs.Builder spec = IngressSpecArgs.builder()
                .rules(IngressRuleArgs.builder()
                        .host(settings.host())
                        .http(HTTPIngressRuleValueArgs.builder()
                                .paths(everything())
                                .build())
                        .build());
        settings.className().ifPresent(spec::ingressClassName);
        settings.tlsSecret()
                .ifPresent(secret -> spec.tls(IngressTLSArgs.builder()
                        .hosts(settings.host())
                        .secretName(secret)
                        .build()));
        return IngressArgs.builder()
                .metadata(frame.named("").annotations(settings.annotations()).build())
                .spec(spec.build())
                .build();
    }

    private HTTPIngressPathArgs everything() {
        return HTTPIngressPathArgs.builder()
                .path("/")
                .pathType("Prefix")
                .backend(IngressBackendArgs.builder()
                        .service(IngressServiceBackendArgs.builder()
                                .name(frame.settings().name())
                                .port(ServiceBackendPortArgs.builder()
                                        .name(ScalerPod.PORT_NAME)
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
