package io.pulumiscale.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What became of one pool.
 *
 * @param start its size at the beginning
 * @param resizes in order of time
 * @param tooMuch for how long its instances had more to do than they should
 * @param questions how often somebody's word was asked for
 */
public record PoolRun(
        String pool, int start, List<Resized> resizes, Instant begin, Instant end, Duration tooMuch, int questions) {
    private static final double SECONDS_AN_HOUR = 3_600;

    public PoolRun {
        resizes = List.copyOf(resizes);
    }

    public int last() {
        return resizes.isEmpty() ? start : resizes.get(resizes.size() - 1).to();
    }

    public int smallest() {
        return Math.min(start, resizes.stream().mapToInt(Resized::to).min().orElse(start));
    }

    public int largest() {
        return Math.max(start, resizes.stream().mapToInt(Resized::to).max().orElse(start));
    }

    /** Of all its instances, nodes or replicas together. */
    public double instanceHours() {
        double seconds = 0;
        Instant since = begin;
        int size = start;
        for (Resized next : resizes) {
            seconds += size * seconds(since, next.at());
            since = next.at();
            size = next.to();
        }
        return (seconds + size * seconds(since, end)) / SECONDS_AN_HOUR;
    }

    /** The largest size in each of so many equal parts of the time. */
    int[] sizes(int parts) {
        int[] sizes = new int[parts];
        double part = seconds(begin, end) / parts;
        for (int i = 0; i < parts; i++) {
            Instant from = begin.plusMillis((long) (part * i * 1_000));
            Instant to = begin.plusMillis((long) (part * (i + 1) * 1_000));
            sizes[i] = largest(from, to);
        }
        return sizes;
    }

    private int largest(Instant from, Instant to) {
        int size = start;
        int largest = 0;
        for (Resized next : resizes) {
            if (!next.at().isAfter(from)) {
                size = next.to();
            } else if (next.at().isBefore(to)) {
                largest = Math.max(largest, next.to());
            }
        }
        return Math.max(largest, size);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
