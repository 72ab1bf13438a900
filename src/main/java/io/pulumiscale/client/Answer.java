package io.pulumiscale.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the scaler said.
 *
 * @param json as it said it
 * @param value the same, as far as this program knows it
 */
public record Answer<T>(JsonNode json, T value) {}
