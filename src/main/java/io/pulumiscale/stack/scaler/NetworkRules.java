package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IPBlockArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPeerArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom the scaler's pods may hear, on their one port, and whom they may call. */
record NetworkRules(Frame frame) {
    private static final int DNS = 53;

    /** The clouds' and the backends' APIs, and the API server, which is on either. */
    private static final List<Integer> APIS = List.of(443, 6443);

    private static final int POSTGRESQL = 5432;
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+)");
    private static final Pattern PORT = Pattern.compile(":(\\d+)$");

    NetworkPolicySpecArgs spec() {
        return NetworkPolicySpecArgs.builder()
                .podSelector(
                        LabelSelectorArgs.builder().matchLabels(frame.labels()).build())
                .policyTypes("Ingress", "Egress")
                .ingress(ingress())
                .egress(
                        NetworkPolicyEgressRuleArgs.builder()
                                .ports(port("UDP", DNS), port("TCP", DNS))
                                .build(),
                        NetworkPolicyEgressRuleArgs.builder().ports(called()).build())
                .build();
    }

    private NetworkPolicyIngressRuleArgs ingress() {
        NetworkPolicyIngressRuleArgs.Builder rule =
                NetworkPolicyIngressRuleArgs.builder().ports(port("TCP", ScalerPod.PORT));
        List<NetworkPolicyPeerArgs> sources = sources();
        return sources.isEmpty() ? rule.build() : rule.from(sources).build();
    }

    private List<NetworkPolicyPeerArgs> sources() {
        ScalerSettings.Network network = frame.settings().network();
        return Stream.concat(
                        network.namespaces().stream().map(NetworkRules::namespace),
                        network.cidrs().stream().map(NetworkRules::addresses))
                .toList();
    }

    private List<NetworkPolicyPortArgs> called() {
        TreeSet<Integer> ports = new TreeSet<>(APIS);
        ports.addAll(frame.settings().network().egressPorts());
        frame.settings().backend().port().ifPresent(ports::add);
        if (frame.settings().journal() instanceof ScalerSettings.Postgres postgres) {
            ports.addAll(ports(postgres.url()));
        }
        return ports.stream().map(port -> port("TCP", port)).toList();
    }

    /** There may be several servers, each with a port of its own or none. */
    static List<Integer> ports(String jdbcUrl) {
        Matcher hosts = HOSTS.matcher(jdbcUrl);
        return hosts.find()
                ? Stream.of(hosts.group(1).split(",", -1))
                        .map(NetworkRules::portOf)
                        .toList()
                : List.of(POSTGRESQL);
    }

    private static int portOf(String host) {
        Matcher port = PORT.matcher(host);
        return port.find() ? Integer.parseInt(port.group(1)) : POSTGRESQL;
    }

    private static NetworkPolicyPeerArgs namespace(String name) {
        return NetworkPolicyPeerArgs.builder()
                .namespaceSelector(LabelSelectorArgs.builder()
                        .matchLabels(Map.of("kubernetes.io/metadata.name", name))
                        .build())
                .build();
    }

    private static NetworkPolicyPeerArgs addresses(String cidr) {
        return NetworkPolicyPeerArgs.builder()
                .ipBlock(IPBlockArgs.builder().cidr(cidr).build())
                .build();
    }

    private static NetworkPolicyPortArgs port(String protocol, int port) {
        return NetworkPolicyPortArgs.builder()
                .protocol(protocol)
                .port(Output.ofLeft(port))
                .build();
    }
}
