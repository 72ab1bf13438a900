package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Threshold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code pulumiscale:pools}, read and checked. */
public final class StackConfig {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, PoolSpec> specs;

    private StackConfig(Map<String, PoolSpec> specs) {
        this.specs = Collections.unmodifiableMap(specs);
    }

    /**
     * @param project the Pulumi project's name; with the stack's it makes the names of alarms unique in an account
     * @param pools the value of {@code pulumiscale:pools} as the engine hands it over: JSON
     * @throws InvalidConfiguration with all faults at once
     */
    public static StackConfig read(String project, String stack, Optional<String> pools) {
        return read(project, stack, pools, List.of());
    }

    /** @param earlier faults that were found outside the pools */
    static StackConfig read(String project, String stack, Optional<String> pools, List<Fault> earlier) {
        List<Fault> faults = new ArrayList<>(earlier);
        Map<String, PoolSpec> specs = new LinkedHashMap<>();
        parsed(pools, faults).properties().forEach(entry -> {
            Section section = new Section("pools." + entry.getKey(), entry.getValue(), faults);
            new PoolSpecReader(entry.getKey(), project + "-" + stack, section)
                    .read(faults)
                    .ifPresent(spec -> specs.put(entry.getKey(), spec));
        });
        faults.addAll(alarmsThatAreThereTwice(specs));
        if (!faults.isEmpty()) {
            throw new InvalidConfiguration(faults);
        }
        return new StackConfig(specs);
    }

    public PoolCatalog catalog() {
        return PoolCatalog.of(specs.values().stream().map(PoolSpec::pool).toList());
    }

    /** What CloudWatch would be told to watch, by pool; rules of Prometheus are not among them. */
    public Map<String, List<Threshold>> thresholds() {
        Map<String, List<Threshold>> thresholds = new LinkedHashMap<>();
        specs.forEach((name, spec) -> thresholds.put(
                name,
                spec.settings().alarms().stream().map(AlarmRule::threshold).toList()));
        return thresholds;
    }

    /** What this scaler would make of each pool; compared with what the stack was made from. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        specs.forEach((name, spec) -> digests.put(name, spec.digest()));
        return digests;
    }

    /** That the pools need; the alerts' topic is there only with a pool on AWS. */
    public List<ProviderPlugin> plugins() {
        return specs.values().stream()
                .map(spec -> spec.pool().kind().onAws())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(onAws -> onAws ? ProviderPlugin.aws() : ProviderPlugin.kubernetes())
                .toList();
    }

    Map<String, PoolSpec> specs() {
        return specs;
    }

    Optional<PoolSpec> spec(String pool) {
        return Optional.ofNullable(specs.get(pool));
    }

    /** The names of all pools, of faulty ones too. */
    static List<String> names(Optional<String> pools) {
        return parsed(pools, new ArrayList<>()).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of two alarms of one name CloudWatch would make one: web and its rule api-slow, web-api and its rule slow. */
    private static List<Fault> alarmsThatAreThereTwice(Map<String, PoolSpec> specs) {
        Map<String, String> poolByAlarm = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        specs.forEach((pool, spec) -> spec.pool().alarms().keySet().forEach(alarm -> {
            String other = poolByAlarm.putIfAbsent(alarm, pool);
            if (other != null) {
                faults.add(new Fault(
                        "pools.%s.rules".formatted(pool),
                        "the alarm %s would be that of the pool %s too: rename a rule".formatted(alarm, other)));
            }
        }));
        return faults;
    }

    private static JsonNode parsed(Optional<String> pools, List<Fault> faults) {
        if (pools.isEmpty()) {
            faults.add(new Fault("pools", "missing: set pulumiscale:pools in Pulumi.STACK.yaml"));
            return JSON.createObjectNode();
        }
        try {
            try (JsonParser parser = JSON.createParser(pools.get())) {
                DuplicateKeys.in(parser).forEach(path -> faults.add(new Fault("pools" + path, "named twice")));
            }
            JsonNode node = JSON.readTree(pools.get());
            if (!node.isObject() || node.isEmpty()) {
                faults.add(new Fault("pools", "a mapping with at least one pool is needed"));
            }
            return node;
        } catch (IOException e) {
            faults.add(new Fault("pools", "not readable: " + firstLine(e)));
            return JSON.createObjectNode();
        }
    }

    private static String firstLine(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
