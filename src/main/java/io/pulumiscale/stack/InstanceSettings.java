package io.pulumiscale.stack;

import java.util.List;

/**
 * What the instances of an EC2 pool are launched from. A text is empty where nothing is configured.
 *
 * @param imageId an AMI, or {@code resolve:ssm:} and the parameter that EC2 looks it up in at each launch
 * @param instanceProfile name or ARN
 * @param userData as it is written, not yet encoded
 * @param detailedMonitoring whether EC2 measures every minute rather than every five
 */
record InstanceSettings(
        String imageId,
        String instanceType,
        List<String> securityGroupIds,
        String instanceProfile,
        String keyName,
        String userData,
        RootVolume rootVolume,
        boolean detailedMonitoring) {

    /** How often there are metrics of the instances, in seconds. */
    int period() {
        return detailedMonitoring ? 60 : 300;
    }

    /**
     * An instance's root volume.
     *
     * @param size in GiB; 0 for {@link #AS_IN_THE_IMAGE}
     * @param kmsKeyId empty for the account's default key
     */
    record RootVolume(int size, String type, boolean encrypted, String kmsKeyId, String deviceName) {
        static final RootVolume AS_IN_THE_IMAGE = new RootVolume(0, "", false, "", "");
    }
}
