package io.pulumiscale.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nanoseconds a decision takes, by the number of intents that wait; by JMH. */
final class Decisions {
    private Decisions() {}

    /** @param classpath with the compiled benchmark and JMH */
    static Map<Integer, Double> measure(Path sources, String classpath, boolean quick) throws IOException {
        Path results = Files.createTempFile("jmh-", ".json");
        List<String> command = new ArrayList<>(
                List.of("java", "-cp", classpath, "org.openjdk.jmh.Main", "-rf", "json", "-rff", results.toString()));
        if (quick) {
            command.addAll(List.of("-wi", "1", "-i", "2", "-w", "500ms", "-r", "500ms"));
        }
        try (Started jmh = Started.of(sources, Map.of(), "", command)) {
            String unused = jmh.output();
        }
        Map<Integer, Double> byIntents = new TreeMap<>();
        for (JsonNode result : new JsonMapper().readTree(results.toFile())) {
            byIntents.put(
                    result.path("params").path("intents").asInt(),
                    result.path("primaryMetric").path("score").asDouble());
        }
        return byIntents;
    }
}
