package io.pulumiscale.http;

import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.scaler.Intake;
import io.pulumiscale.scaler.StatusView;
import java.util.function.Supplier;

/**
 * What the server stands in front of.
 *
 * @param catalog the pools as configured at the moment
 */
public record Backend(
        Intake intake, StatusView status, Supplier<PoolCatalog> catalog, Observation observation, SnsBackend sns) {}
