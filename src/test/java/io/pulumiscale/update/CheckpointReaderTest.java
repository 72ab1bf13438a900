package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.update.CheckpointReader.PoolResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointReaderTest {
    private final CheckpointReader reader = new CheckpointReader(Map.of(
            "urn:web", new PoolResource("web", "desiredCapacity"),
            "urn:workers", new PoolResource("workers", "spec.replicas")));

    @Test
    void sizesAreThoseThatTheProvidersHaveTold() throws Exception {
        assertThat(read("""
                {"resources":[
                  {"urn":"urn:web","inputs":{"desiredCapacity":3},"outputs":{"desiredCapacity":5}},
                  {"urn":"urn:workers","outputs":{"spec":{"replicas":2}}},
                  {"urn":"urn:topic","outputs":{}}]}
                """))
                .isEqualTo(new Checkpoint(Map.of("web", 5, "workers", 2), java.util.Set.of(), java.util.List.of()));
    }

    @Test
    void operationsWithoutAnEndAreOfPoolsOrOfOthers() throws Exception {
        Checkpoint state = read("""
                {"pending_operations":[
                  {"type":"updating","resource":{"urn":"urn:web"}},
                  {"type":"creating","resource":{"urn":"urn:topic"}}]}
                """);
        assertThat(state.interrupted()).containsExactly("web");
        assertThat(state.others()).containsExactly("creating urn:topic");
    }

    @Test
    void aStackThatWasNeverDeployedHasNothing() throws Exception {
        assertThat(read("{}").sizes()).isEmpty();
        assertThat(read("{\"resources\":[{\"urn\":\"urn:web\",\"outputs\":{}}]}")
                        .sizes())
                .isEmpty();
    }

    private Checkpoint read(String deployment) throws JsonProcessingException {
        return reader.read(new JsonMapper().readValue(deployment, new TypeReference<>() {}));
    }
}
