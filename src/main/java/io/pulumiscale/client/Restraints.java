package io.pulumiscale.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds a pool, in words. */
final class Restraints {
    private static final String NOTHING = "-";

    private Restraints() {}

    /** As short as a column wants it: {@code paused in; cooldown out 3 min}. */
    static Words brief(Pool pool, Moments moments) {
        List<String> held = new ArrayList<>();
        if (pool.stalled()) {
            held.add("stalled");
        }
        if (pool.stale()) {
            held.add("stale");
        }
        if (pool.approval() != null) {
            held.add("approval " + pool.approval());
        }
        if (pool.declined() != null) {
            held.add("declined " + moments.about(pool.declined().until()));
        }
        if (pool.paused().any()) {
            held.add(pool.paused().told());
        }
        if (pool.backoff().any()) {
            held.add("backoff " + left(pool.backoff(), moments));
        }
        if (pool.cooldown().any()) {
            held.add("cooldown " + left(pool.cooldown(), moments));
        }
        return held.isEmpty() ? Words.faint(NOTHING) : new Words(String.join("; ", held), tone(pool));
    }

    private static Tone tone(Pool pool) {
        if (pool.stalled()) {
            return Tone.BAD;
        }
        boolean usual = !pool.stale()
                && pool.approval() == null
                && pool.declined() == null
                && !pool.paused().any()
                && !pool.backoff().any();
        return usual ? Tone.PLAIN : Tone.WARNING;
    }

    private static String left(Pool.Ends ends, Moments moments) {
        return directions(
                ends.out() == null ? null : "out " + moments.about(ends.out()),
                ends.in() == null ? null : "in " + moments.about(ends.in()),
                ", ");
    }

    /** {@code from scaling out until 14:06:05, for 3 min}. */
    static String until(Pool.Ends ends, Moments moments) {
        return directions(until("out", ends.out(), moments), until("in", ends.in(), moments), ", and ");
    }

    private static @Nullable String until(String direction, @Nullable Instant end, Moments moments) {
        return end == null
                ? null
                : "from scaling %s until %s, for %s more".formatted(direction, moments.at(end), moments.left(end));
    }

    private static String directions(@Nullable String out, @Nullable String in, String between) {
        if (out == null || in == null) {
            return out == null ? String.valueOf(in) : out;
        }
        return out + between + in;
    }

    /** Who paused it, and why. */
    static String paused(Pool pool, Moments moments) {
        String words = pool.paused().words().stream()
                .map(word -> "%s%s, %s%s"
                        .formatted(
                                word.direction(),
                                said(" by ", word.by()),
                                moments.told(word.since()),
                                said(": ", word.reason())))
                .collect(Collectors.joining("; "));
        String configured = pool.paused().configured().equals("none")
                ? ""
                : "%s by the configuration".formatted(pool.paused().configured());
        String all = words.isEmpty() || configured.isEmpty() ? words + configured : configured + "; " + words;
        return "%s: alerts and schedules leave it alone (%s)"
                .formatted(pool.paused().told(), all);
    }

    private static String said(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }
}
