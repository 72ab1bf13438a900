package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.stack.scaler.PrometheusRule;
import io.pulumiscale.stack.scaler.ScalerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a whole run provisions: the pools, and the scaler if it is configured. The scaler itself reads the pools only.
 */
record WholeConfig(StackConfig pools, Optional<ScalerSettings> scaler) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param values of {@code pulumiscale:KEY}, as JSON
     * @param earlier faults that were found before
     * @throws InvalidConfiguration with all faults at once
     */
    static WholeConfig read(
            String project, String stack, Function<String, Optional<String>> values, List<Fault> earlier) {
        List<Fault> faults = new ArrayList<>(earlier);
        Optional<ScalerSettings> scaler = values.apply(ScalerReader.PATH)
                .map(text -> new ScalerReader(new Section(ScalerReader.PATH, parsed(text), faults)).read());
        WholeConfig config = new WholeConfig(StackConfig.read(project, stack, values.apply("pools"), faults), scaler);
        List<Fault> between = config.contradictions();
        if (!between.isEmpty()) {
            throw new InvalidConfiguration(between);
        }
        return config;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text); // which is no mapping, and said to be none
        }
    }

    List<PrometheusRule> rules() {
        return deployments().values().stream()
                .flatMap(settings -> settings.rules().stream())
                .toList();
    }

    /** Names of the pools that are Deployments, by namespace. */
    Map<String, List<String>> deploymentsByNamespace() {
        return deployments().entrySet().stream()
                .collect(Collectors.groupingBy(
                        pool -> pool.getValue().namespace(),
                        java.util.TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private Map<String, PoolSpec.Kubernetes> deployments() {
        Map<String, PoolSpec.Kubernetes> deployments = new java.util.TreeMap<>();
        pools.specs().forEach((name, spec) -> {
            if (spec.settings() instanceof PoolSpec.Kubernetes settings) {
                deployments.put(name, settings);
            }
        });
        return deployments;
    }

    private List<Fault> contradictions() {
        List<Fault> faults = new ArrayList<>();
        deployments().forEach((name, settings) -> {
            if (scaler.isEmpty() && !settings.rules().isEmpty()) {
                faults.add(new Fault(
                        "pools.%s.rules".formatted(name),
                        "means nothing without pulumiscale:scaler, in whose namespace they would be"));
            }
            if (scaler.filter(own -> own.createsNamespace() && own.namespace().equals(settings.namespace()))
                    .isPresent()) {
                faults.add(new Fault(
                        "pools.%s.namespace".formatted(name),
                        "%s is made with the scaler, after the pools: make it first, and set scaler.createNamespace to false"
                                .formatted(settings.namespace())));
            }
        });
        return faults;
    }
}
