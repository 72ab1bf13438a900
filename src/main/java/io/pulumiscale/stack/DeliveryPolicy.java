package io.pulumiscale.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often and how long SNS tries to deliver: at once and then every 5 s for a minute, as the scaler may be restarting,
 * then ever more rarely, and each minute in the end. That is 50 minutes in all, so that an outage of half an hour loses
 * nothing. SNS takes up to 100 tries and an hour, and only a policy that says everything.
 */
final class DeliveryPolicy {
    static final int AT_ONCE = 1;
    static final int SOON = 12;
    static final int RARER = 20;
    static final int RARE = 38;
    static final int SHORTEST = 5;
    static final int LONGEST = 60;

    private DeliveryPolicy() {}

    static String json() {
        Map<String, Object> retries = new LinkedHashMap<>();
        retries.put("minDelayTarget", SHORTEST);
        retries.put("maxDelayTarget", LONGEST);
        retries.put("numRetries", AT_ONCE + SOON + RARER + RARE);
        retries.put("numNoDelayRetries", AT_ONCE);
        retries.put("numMinDelayRetries", SOON);
        retries.put("numMaxDelayRetries", RARE);
        retries.put("backoffFunction", "linear");
        return AccessPolicies.json(Map.of("healthyRetryPolicy", retries));
    }
}
