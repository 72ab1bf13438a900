package io.pulumiscale.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Everything that is left to chance, from one seed. More rounds of the same seed begin with the same ones. */
final class ChaosPlan {
    private static final Instant FIRST_ALERT = Instant.parse("2026-11-20T09:00:00Z");
    private static final int LATEST_BLOW_MILLIS = 4_000;
    private static final int LATEST_DELIVERY_MILLIS = 2_500;
    private static final int FARTHEST = 12;
    private static final int SLOWEST_MILLIS = 800;

    private final RandomGenerator random;
    private final List<Blow> blows;
    private int alerts;
    private int counter = ChaosPools.INITIAL;

    private ChaosPlan(RandomGenerator random, Collection<Blow> blows) {
        this.random = random;
        this.blows = blows.stream()
                .sorted()
                .flatMap(blow -> IntStream.range(0, blow.weight()).mapToObj(i -> blow))
                .toList();
    }

    /** @param blows of which one is drawn a round; at least one */
    static List<Round> of(long seed, int rounds, Collection<Blow> blows) {
        ChaosPlan plan = new ChaosPlan(new SplittableRandom(seed), blows);
        return IntStream.rangeClosed(1, rounds).mapToObj(plan::round).toList();
    }

    private Round round(int number) {
        List<Delivery> deliveries = new ArrayList<>();
        int events = random.nextInt(2, 5);
        for (int i = 1; i <= events; i++) {
            deliveries.addAll(event("r%d-%d".formatted(number, i)));
        }
        deliveries.sort(Comparator.comparing(Delivery::after));
        return new Round(
                number,
                Duration.ofMillis(random.nextInt(SLOWEST_MILLIS)),
                deliveries,
                blows.get(random.nextInt(blows.size())),
                Duration.ofMillis(random.nextInt(LATEST_BLOW_MILLIS)));
    }

    private List<Delivery> event(String name) {
        List<Delivery> deliveries = new ArrayList<>();
        int kind = random.nextInt(5);
        if (kind < 2) {
            deliveries.add(Delivery.byHand(moment(), name, ChaosPools.COUNTER, "delta", counted()));
        } else if (kind == 2) {
            deliveries.add(byHandElsewhere(name));
        } else {
            deliveries.addAll(alert(name));
        }
        if (random.nextInt(3) == 0) {
            Delivery first = deliveries.get(0);
            deliveries.add(first.again(laterThan(first)));
        }
        return deliveries;
    }

    private Delivery byHandElsewhere(String name) {
        return random.nextBoolean()
                ? Delivery.byHand(moment(), name, anyOther(), "set", random.nextInt(5, 30))
                : Delivery.byHand(moment(), name, anyOther(), "delta", delta());
    }

    private List<Delivery> alert(String name) {
        alerts++;
        Instant starts = FIRST_ALERT.plusSeconds(alerts);
        boolean percent = random.nextInt(3) == 0;
        Delivery.Alert alert = new Delivery.Alert(
                "f" + alerts,
                starts.toString(),
                starts.plusSeconds(60).toString(),
                anyOther(),
                percent ? "percent" : "delta",
                percent ? random.nextInt(-30, 40) : delta());
        Delivery firing = Delivery.alert(moment(), name, "firing", alert);
        return List.of(firing, Delivery.alert(laterThan(firing), name + " is over", "resolved", alert));
    }

    private String anyOther() {
        return ChaosPools.OTHERS.get(random.nextInt(ChaosPools.OTHERS.size()));
    }

    /** Where a bound is met, a size is no longer a sum. */
    private int counted() {
        int delta = delta();
        boolean away = Math.abs(counter + delta - ChaosPools.INITIAL) > FARTHEST;
        counter += away ? -delta : delta;
        return away ? -delta : delta;
    }

    /** Around zero, so that the bounds are met seldom. */
    private int delta() {
        int delta = random.nextInt(-3, 3);
        return delta == 0 ? 3 : delta;
    }

    private Duration moment() {
        return Duration.ofMillis(random.nextInt(LATEST_DELIVERY_MILLIS));
    }

    private Duration laterThan(Delivery first) {
        return first.after().plusMillis(random.nextInt(1, LATEST_DELIVERY_MILLIS));
    }
}
