package io.pulumiscale.stack.scaler;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Alertmanager needs to tell the scaler: for its own file, and as the operator's AlertmanagerConfig. */
record Receiver(ScalerSettings settings) {
    static final String TOKEN = "token";

    private static final String NAME = "pulumiscale";

    /** In the scaler's namespace. */
    String tokenSecret() {
        return settings.name() + "-token";
    }

    /**
     * A whole configuration that Alertmanager takes: with no other receiver, alerts that name no pool go nowhere. The
     * token is where the operator mounts a Secret, and where everyone else may.
     */
    Map<String, Object> configuration() {
        Map<String, Object> route = new TreeMap<>(Map.of(
                "receiver",
                NAME,
                "matchers",
                List.of("pool_name=~\".+\""),
                "group_by",
                List.of("alertname", "pool_name"),
                "group_wait",
                "5s",
                "group_interval",
                "1m"));
        return new TreeMap<>(Map.of(
                "route",
                new TreeMap<>(Map.of("receiver", "nobody", "routes", List.of(route))),
                "receivers",
                List.of(
                        Map.of("name", "nobody"),
                        new TreeMap<>(Map.of("name", NAME, "webhook_configs", List.of(webhook()))))));
    }

    private Map<String, Object> webhook() {
        return new TreeMap<>(Map.of(
                "url",
                url(),
                "http_config",
                Map.of(
                        "authorization",
                        new TreeMap<>(Map.of(
                                "type",
                                "Bearer",
                                "credentials_file",
                                "/etc/alertmanager/secrets/%s/%s".formatted(tokenSecret(), TOKEN))))));
    }

    /** The {@code spec} of an AlertmanagerConfig. */
    Map<String, Object> operatorSpec() {
        return Map.of(
                "route",
                Map.of(
                        "receiver",
                        NAME,
                        "matchers",
                        List.of(Map.of("name", "pool_name", "matchType", "=~", "value", ".+")),
                        "groupBy",
                        List.of("alertname", "pool_name"),
                        "groupWait",
                        "5s",
                        "groupInterval",
                        "1m"),
                "receivers",
                List.of(Map.of(
                        "name",
                        NAME,
                        "webhookConfigs",
                        List.of(Map.of(
                                "url",
                                url(),
                                "httpConfig",
                                Map.of("authorization", Map.of("type", "Bearer", "credentials", token())))))));
    }

    /** How the operator's objects refer to it. */
    Map<String, Object> token() {
        return Map.of("name", tokenSecret(), "key", TOKEN);
    }

    private String url() {
        return Exposure.address(settings) + "/webhook/alertmanager";
    }
}
