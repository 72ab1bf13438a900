package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import io.pulumiscale.model.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack that the scaler is to scale.
 *
 * @param region of the pools on AWS, if it is known
 * @param files the project's, by name: what the scaler works from
 * @param webhookToken a secret
 * @param topicArn of the stack's alarms, if it has any
 * @param clusters of the pools that are node groups, by pool
 */
public record Deployed(
        String project,
        String stack,
        Optional<String> region,
        Map<String, String> files,
        Output<String> webhookToken,
        Optional<Output<String>> topicArn,
        List<Pool> pools,
        Map<String, List<String>> deploymentsByNamespace,
        Map<String, String> clusters,
        List<PrometheusRule> rules) {

    public Deployed {
        files = Map.copyOf(files);
        pools = List.copyOf(pools);
        deploymentsByNamespace = Map.copyOf(deploymentsByNamespace);
        clusters = Map.copyOf(clusters);
        rules = List.copyOf(rules);
    }
}
