package io.pulumiscale.stack.scaler;

import com.pulumi.kubernetes.core.v1.inputs.ConfigMapVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.KeyToPathArgs;
import com.pulumi.kubernetes.core.v1.inputs.PersistentVolumeClaimVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import java.util.ArrayList;
import java.util.List;

/** What the scaler reads, and where it may write. */
record ScalerVolumes(Frame frame, Credentials credentials) {
    /** A folder, not single files: those would not follow when the ConfigMap changes. */
    static final String PROJECT = "/etc/pulumiscale/project";

    static final String CREDENTIALS = "/etc/pulumiscale/credentials";
    static final String JOURNAL = "/var/lib/pulumiscale";
    static final String SCRATCH = "/tmp";

    private static final int OF_ITS_GROUP = 0440;

    List<VolumeArgs> volumes() {
        List<VolumeArgs> volumes = new ArrayList<>();
        volumes.add(volume("project")
                .configMap(ConfigMapVolumeSourceArgs.builder()
                        .name(projectName(frame))
                        .build())
                .build());
        volumes.add(volume("scratch")
                .emptyDir(EmptyDirVolumeSourceArgs.builder().build())
                .build());
        if (hasOwnVolume()) {
            volumes.add(volume("journal")
                    .persistentVolumeClaim(PersistentVolumeClaimVolumeSourceArgs.builder()
                            .claimName(claimName(frame))
                            .build())
                    .build());
        }
        credentials
                .secretName()
                .filter(name -> credentials.passphrase())
                .ifPresent(name -> volumes.add(volume("credentials")
                        .secret(SecretVolumeSourceArgs.builder()
                                .secretName(name)
                                .defaultMode(OF_ITS_GROUP)
                                .items(KeyToPathArgs.builder()
                                        .key(Credentials.PASSPHRASE)
                                        .path(Credentials.PASSPHRASE)
                                        .build())
                                .build())
                        .build()));
        return volumes;
    }

    List<VolumeMountArgs> mounts() {
        List<VolumeMountArgs> mounts = new ArrayList<>();
        mounts.add(mount("project", PROJECT, true));
        mounts.add(mount("scratch", SCRATCH, false));
        if (hasOwnVolume()) {
            mounts.add(mount("journal", JOURNAL, false));
        }
        if (credentials.passphrase()) {
            mounts.add(mount("credentials", CREDENTIALS, true));
        }
        return mounts;
    }

    static String projectName(Frame frame) {
        return frame.settings().name() + "-project";
    }

    static String claimName(Frame frame) {
        return frame.settings().name() + "-journal";
    }

    private boolean hasOwnVolume() {
        return frame.settings().journal() instanceof ScalerSettings.Volume;
    }

    private static VolumeArgs.Builder volume(String name) {
        return VolumeArgs.builder().name(name);
    }

    private static VolumeMountArgs mount(String name, String path, boolean readOnly) {
        return VolumeMountArgs.builder()
                .name(name)
                .mountPath(path)
                .readOnly(readOnly)
                .build();
    }
}
