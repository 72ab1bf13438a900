package io.pulumiscale.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the bearer of a token may do, and with which pools.
 *
 * @param name of the token, for people; never its value
 * @param pools empty: all that there are
 */
public record Grant(String name, Set<Right> rights, Optional<Set<String>> pools) {

    /** Of the token that every scaler has, and that may do everything. */
    public static final String WEBHOOK_TOKEN = "webhookToken";

    public Grant {
        rights = Set.copyOf(rights);
        pools = pools.map(Set::copyOf);
    }

    /** Every right, for every pool. */
    public static Grant unlimited() {
        return new Grant(WEBHOOK_TOKEN, EnumSet.allOf(Right.class), Optional.empty());
    }

    public boolean allows(Right right) {
        return rights.contains(right);
    }

    /** Whether it is for every pool, those of tomorrow too. */
    public boolean everywhere() {
        return pools.isEmpty();
    }

    public boolean covers(String pool) {
        return pools.map(it -> it.contains(pool)).orElse(true);
    }

    /** The part of the catalog that the bearer may know of. */
    public PoolCatalog narrow(PoolCatalog catalog) {
        return PoolCatalog.of(catalog.byName().values().stream()
                .filter(pool -> covers(pool.name()))
                .toList());
    }
}
