package io.pulumiscale.doctor;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the cluster's API answers. It needs no credentials for that, and gets none. */
final class ClusterCheck implements Supplier<Finding> {
    private static final int BROKEN = 500;

    private final AttachedProviders attached;
    private final KubeConfig kubeConfig;
    private final Configured configured;
    private final Web web;

    ClusterCheck(AttachedProviders attached, KubeConfig kubeConfig, Configured configured, Web web) {
        this.attached = attached;
        this.kubeConfig = kubeConfig;
        this.configured = configured;
        this.web = web;
    }

    @Override
    public Finding get() {
        if (!configured.onKubernetes()) {
            return new Finding.NotChecked("no pool is on Kubernetes");
        }
        Optional<String> port = attached.port("kubernetes");
        if (port.isPresent()) {
            return new Finding.NotChecked("the provider is attached at port %s and has its own".formatted(port.get()));
        }
        try {
            return answering(cluster());
        } catch (ClusterUnknown e) {
            return e.finding();
        }
    }

    /** By the answer of its API. */
    Optional<Instant> clock() {
        try {
            return attached.port("kubernetes").isPresent()
                    ? Optional.empty()
                    : ask(cluster()).date();
        } catch (ClusterUnknown | IOException e) {
            return Optional.empty();
        }
    }

    private Cluster cluster() throws ClusterUnknown {
        return kubeConfig.cluster(configured.plain("kubernetes:context"));
    }

    private Web.Answer ask(Cluster cluster) throws IOException {
        return web.get(cluster.server().resolve("/version"), cluster.authority());
    }

    private Finding answering(Cluster cluster) {
        String name = "%s (%s)".formatted(cluster.server(), cluster.source());
        try {
            int status = ask(cluster).status();
            return status < BROKEN
                    ? new Finding.Fine(name + " answers")
                    : new Finding.Failed("%s answers with %d".formatted(name, status), "see what ails the cluster");
        } catch (IOException e) {
            return new Finding.Failed(
                    "%s does not answer: %s".formatted(name, e),
                    "see whether it is the right cluster, and whether this machine can reach it");
        }
    }
}
