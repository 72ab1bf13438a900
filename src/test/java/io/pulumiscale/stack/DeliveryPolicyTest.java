package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {
    private static final int HALF_AN_HOUR = 1800;
    private static final int ALL_THAT_SNS_TAKES = 3600;

    @Test
    void anOutageOfHalfAnHourIsSurvivedWithinWhatSnsTakes() throws JsonProcessingException {
        JsonNode retries = new JsonMapper().readTree(DeliveryPolicy.json()).path("healthyRetryPolicy");
        int least = retries.path("minDelayTarget").intValue();
        int most = retries.path("maxDelayTarget").intValue();
        int soon = retries.path("numMinDelayRetries").intValue();
        int rare = retries.path("numMaxDelayRetries").intValue();
        int all = retries.path("numRetries").intValue();
        int rarer = all - retries.path("numNoDelayRetries").intValue() - soon - rare;

        assertThat(all).isLessThanOrEqualTo(100);
        assertThat(rarer).isPositive();
        // whatever lies between the shortest and the longest pause
        assertThat(soon * least + rarer * least + rare * most).isGreaterThan(HALF_AN_HOUR);
        assertThat(soon * least + rarer * most + rare * most).isLessThan(ALL_THAT_SNS_TAKES + 1);
    }

    /** SNS refuses a policy that leaves something out. */
    @Test
    void itSaysEverything() throws JsonProcessingException {
        assertThat(new JsonMapper().readTree(DeliveryPolicy.json())).isEqualTo(new JsonMapper().readTree("""
                {"healthyRetryPolicy": {
                  "minDelayTarget": 5, "maxDelayTarget": 60, "numRetries": 71, "numNoDelayRetries": 1,
                  "numMinDelayRetries": 12, "numMaxDelayRetries": 38, "backoffFunction": "linear"}}
                """));
    }
}
