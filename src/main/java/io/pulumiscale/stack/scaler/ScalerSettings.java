package io.pulumiscale.stack.scaler;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code pulumiscale:scaler}, read and checked.
 *
 * @param name of all its objects, and its service account
 * @param createsNamespace whether the namespace is made too
 * @param accessToken of Pulumi Cloud
 * @param passphrase that the stack's secrets are under
 * @param environment further variables of the process; some are secrets, so that all are treated as such
 */
public record ScalerSettings(
        String image,
        List<String> imagePullSecrets,
        String name,
        String namespace,
        boolean createsNamespace,
        Backend backend,
        Optional<String> accessToken,
        Optional<String> passphrase,
        Map<String, String> environment,
        JournalPlace journal,
        Resources resources,
        Optional<IngressSettings> ingress,
        Network network,
        Monitoring monitoring,
        Optional<AwsAccess> aws) {

    public ScalerSettings {
        imagePullSecrets = List.copyOf(imagePullSecrets);
        environment = Map.copyOf(environment);
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "ScalerSettings[%s/%s, %s]".formatted(namespace, name, image);
    }

    /** Where the journal is, and with it how many scalers there may be. */
    public sealed interface JournalPlace {

        int replicas();
    }

    /**
     * SQLite on a volume of its own: one scaler.
     *
     * @param size as Kubernetes writes quantities
     * @param storageClass empty for the cluster's default
     */
    public record Volume(String size, Optional<String> storageClass) implements JournalPlace {
        @Override
        public int replicas() {
            return 1;
        }
    }

    /** A server that several scalers share. */
    public record Postgres(String url, String user, String password, int replicas) implements JournalPlace {}

    /** As Kubernetes writes quantities, by what they are of. */
    public record Resources(Map<String, String> requests, Map<String, String> limits) {}

    /**
     * How the world reaches it.
     *
     * @param className empty for the cluster's default
     * @param tlsSecret has the certificate; empty where the controller has it from elsewhere
     */
    public record IngressSettings(
            String host, Optional<String> className, Optional<String> tlsSecret, Map<String, String> annotations) {}

    /**
     * Who may talk to it, and to whom it may. With no source at all, everyone may: the token decides.
     *
     * @param namespaces whose pods may call it
     * @param cidrs addresses that may
     * @param egressPorts TCP ports that it may call beside DNS, HTTPS, the API server's and PostgreSQL's
     */
    public record Network(List<String> namespaces, List<String> cidrs, List<Integer> egressPorts) {}

    /**
     * @param operator whether the Prometheus operator's definitions are in the cluster
     * @param serviceMonitor whether Prometheus is to scrape it; only with the operator
     * @param labels that the operator selects its objects by
     */
    public record Monitoring(boolean operator, boolean serviceMonitor, Map<String, String> labels) {}

    /** Who it is in AWS. */
    public sealed interface AwsAccess {}

    /** A role that somebody else has made. */
    public record GivenRole(String arn) implements AwsAccess {}

    /**
     * A role that the stack makes.
     *
     * @param oidcProviderArn of the cluster's identity provider in IAM
     * @param kmsKeyArn the key that the stack's secrets are under, if it is one
     */
    public record OwnRole(String oidcProviderArn, Optional<String> kmsKeyArn) implements AwsAccess {}
}
