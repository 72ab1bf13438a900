package io.pulumiscale.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What alerts and schedules may not do to a pool. */
public enum Paused {
    NONE,
    OUT,
    IN,
    ALL;

    public boolean stops(Direction direction) {
        return this == ALL || name().equals(direction.name());
    }

    /** What both stop. */
    public Paused and(Direction direction) {
        return this == ALL || stops(direction) ? this : this == NONE ? valueOf(direction.name()) : ALL;
    }

    /** As it stands in the configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Paused> of(String key) {
        return Arrays.stream(values())
                .filter(paused -> paused.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Paused::key).toList();
    }
}
