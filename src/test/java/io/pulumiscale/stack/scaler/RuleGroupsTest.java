package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleGroupsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode groups =
            JSON.valueToTree(new RuleGroups("shop", "prod", Map.of("namespace", "ops")).of(Samples.rules()));

    @Test
    void aPoolIsAGroup() {
        assertThat(groups.findValuesAsText("name"))
                .containsExactly("pulumiscale-shop-prod-workers", "pulumiscale-shop-prod-mails");
    }

    /** The words that the Alertmanager webhook reads. */
    @Test
    void aRuleSaysWhichPoolAndWhatToDo() {
        JsonNode rule = groups.at("/0/rules/0");
        assertThat(rule.path("alert").asText()).isEqualTo("Backlog");
        assertThat(rule.path("for").asText()).isEqualTo("300s");
        assertThat(texts(rule.path("labels"))).isEqualTo(Map.of("pool_name", "workers", "namespace", "ops"));
        assertThat(texts(rule.path("annotations")))
                .isEqualTo(Map.of(
                        "summary", "Backlog asks for another size of workers",
                        "pulumiscale_action", "delta",
                        "pulumiscale_value", "2"));
    }

    @Test
    void withoutAnActionThePoolsOwnStepCounts() {
        assertThat(groups.at("/1/rules/0/annotations").fieldNames())
                .toIterable()
                .containsExactly("summary");
    }

    private static Map<String, String> texts(JsonNode mapping) {
        return JSON.convertValue(mapping, new TypeReference<>() {});
    }
}
