package io.pulumiscale.stack;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import io.pulumiscale.stack.scaler.Deployed;
import io.pulumiscale.stack.scaler.ScalerDeployment;
import io.pulumiscale.stack.scaler.ScalerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The scaler of a whole run, read and checked before anything is registered. */
record PlannedScaler(Context ctx, WholeConfig config, ScalerSettings settings, ProjectFiles files) {

    /**
     * Empty if the stack provisions none.
     *
     * @param folder has the project's files
     * @throws InvalidConfiguration it could not work as it is configured
     */
    static Optional<PlannedScaler> of(Context ctx, WholeConfig config, Path folder) {
        return config.scaler().map(settings -> {
            ProjectFiles files = ProjectFiles.in(folder, ctx.stackName());
            files.check();
            return new PlannedScaler(ctx, config, settings, files);
        });
    }

    ScalerDeployment provision(Optional<Output<String>> topicArn) {
        Config own = ctx.config("pulumiscale");
        return new ScalerDeployment(
                settings,
                new Deployed(
                        ctx.projectName(),
                        ctx.stackName(),
                        ctx.config("aws").get("region"),
                        files.texts(),
                        own.requireSecret("webhookToken"),
                        topicArn,
                        List.copyOf(config.pools().catalog().byName().values()),
                        config.deploymentsByNamespace(),
                        clusters(),
                        config.rules()));
    }

    private Map<String, String> clusters() {
        Map<String, String> clusters = new TreeMap<>();
        config.pools().specs().forEach((name, spec) -> {
            if (spec.settings() instanceof PoolSpec.Eks settings) {
                clusters.put(name, settings.nodes().clusterName());
            }
        });
        return clusters;
    }
}
