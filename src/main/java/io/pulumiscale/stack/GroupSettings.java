package io.pulumiscale.stack;

import java.util.List;
import java.util.Map;

/**
 * The Auto Scaling group of an EC2 pool.
 *
 * @param name empty for one that Pulumi makes
 * @param healthCheckGrace in seconds
 * @param terminationPolicies empty for EC2's own order
 * @param tags of the group, its instances, their volumes and the launch template
 */
record GroupSettings(
        String name,
        List<String> subnetIds,
        List<String> targetGroupArns,
        String healthCheckType,
        int healthCheckGrace,
        InstanceRefresh instanceRefresh,
        boolean protectFromScaleIn,
        List<String> terminationPolicies,
        Map<String, String> tags) {

    /**
     * Whether a changed launch template replaces the instances that there are, one after another.
     *
     * @param minHealthy how many stay in service meanwhile, in percent
     */
    record InstanceRefresh(boolean onChange, int minHealthy) {}
}
