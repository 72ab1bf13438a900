package io.pulumiscale.chaos;

/**
 * What a sender was told with a 202.
 *
 * @param event of the {@link Delivery}
 * @param intent its id
 * @param duplicate whether the scaler knew it already
 */
record Acknowledged(String event, String intent, boolean duplicate) {}
