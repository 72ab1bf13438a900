package io.pulumiscale.chaos;

import java.time.Duration;
import java.util.List;

/**
 * @param slowness how long every change in the cloud takes: it widens the gaps that a blow can fall into
 * @param deliveries in order of time
 * @param at when the blow falls, since the round's begin
 */
record Round(int number, Duration slowness, List<Delivery> deliveries, Blow blow, Duration at) {
    Round {
        deliveries = List.copyOf(deliveries);
    }
}
