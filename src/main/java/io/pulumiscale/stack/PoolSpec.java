package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Pool;
import io.pulumiscale.stack.scaler.PrometheusRule;
import io.pulumiscale.stack.scaler.ScalerSettings.Resources;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A pool with all that provisioning it needs. */
record PoolSpec(Pool pool, Settings settings) {

    /** Counts up when the program itself makes other resources of the same configuration. */
    private static final int PROGRAM_REVISION = 2;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What a scoped update may not change by the way: equal for two programs if they make the same scaled resource of
     * this pool within the same bounds. Steps, rules and thresholds do not count: a scoped update does not touch what
     * they are for.
     */
    String digest() {
        Object subject = List.of(
                PROGRAM_REVISION, pool.name(), pool.kind(), pool.minSize(), pool.maxSize(), settings.provisioned());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(subject));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, and plain records are always JSON", e);
        }
    }

    /** What the kind needs besides. */
    sealed interface Settings {

        /** What its resources are made from. */
        default Object provisioned() {
            return this;
        }

        /** What CloudWatch watches of it. */
        default List<AlarmRule> alarms() {
            return List.of();
        }
    }

    /** An EC2 Auto Scaling group with its launch template. */
    record Ec2(InstanceSettings instances, GroupSettings group, List<AlarmRule> alarms) implements Settings {
        @Override
        public Object provisioned() {
            return List.of(instances, group);
        }
    }

    /** A managed node group of an existing EKS cluster. */
    record Eks(NodeSettings nodes, List<AlarmRule> alarms) implements Settings {
        @Override
        public Object provisioned() {
            return nodes;
        }
    }

    /**
     * A Kubernetes Deployment.
     *
     * @param labels of the Deployment and its pods, beside the one that selects them
     * @param serviceAccountName empty for the namespace's default
     * @param rules when Prometheus asks for another size
     */
    record Kubernetes(
            String namespace,
            Container container,
            Map<String, String> labels,
            String serviceAccountName,
            List<String> imagePullSecrets,
            List<PrometheusRule> rules)
            implements Settings {
        @Override
        public Object provisioned() {
            return List.of(namespace, container, labels, serviceAccountName, imagePullSecrets);
        }
    }

    /**
     * The one container of a pod.
     *
     * @param command in place of the image's entrypoint, unless empty
     * @param args in place of the image's, unless empty
     * @param ports TCP ports that it listens on
     */
    record Container(
            String image,
            List<String> command,
            List<String> args,
            Map<String, String> env,
            List<Integer> ports,
            Resources resources) {}
}
