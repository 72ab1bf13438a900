package io.pulumiscale.stack;

import java.util.List;
import java.util.Map;

/**
 * The managed node group of an EKS pool. What is empty or 0 is left to EKS.
 *
 * @param name empty for one that Pulumi makes
 * @param diskSize in GiB
 */
record NodeSettings(
        String name,
        String clusterName,
        String nodeRoleArn,
        List<String> subnetIds,
        List<String> instanceTypes,
        String amiType,
        String capacityType,
        int diskSize,
        Map<String, String> labels,
        List<Taint> taints,
        Unavailable unavailable,
        Map<String, String> tags) {

    /** @param value may be empty */
    record Taint(String key, String value, String effect) {}

    /** How many nodes an update of theirs may take away at once; at most one of both is not 0. */
    record Unavailable(int nodes, int percent) {}
}
