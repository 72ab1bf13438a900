package io.pulumiscale.doctor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Providers that run already, as {@code PULUMI_DEBUG_PROVIDERS} tells the engine: {@code aws:PORT,kubernetes:PORT}. */
record AttachedProviders(String value) {
    AttachedProviders(Map<String, String> environment) {
        this(environment.getOrDefault("PULUMI_DEBUG_PROVIDERS", ""));
    }

    Optional<String> port(String provider) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(each -> each.startsWith(provider + ":"))
                .map(each -> each.substring(provider.length() + 1))
                .findFirst();
    }
}
