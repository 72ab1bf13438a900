package io.pulumiscale.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells what is going on, each line with the seconds since the beginning. */
final class Narrator {
    private final PrintWriter out;
    private final Clock clock;
    private final Instant begun;

    Narrator(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    void line(String text) {
        out.printf(Locale.ROOT, "  %6.1fs  %s%n", seconds(Duration.between(begun, clock.instant())), text);
        out.flush();
    }

    void raw(String text) {
        out.println(text.indent(10).stripTrailing());
        out.flush();
    }

    /** Says what is begun, and when it is done, how long it took. */
    <T> T during(String text, Supplier<T> work) {
        line(text + " ...");
        Instant start = clock.instant();
        T result = work.get();
        line("%s: done in %s".formatted(text, shown(Duration.between(start, clock.instant()))));
        return result;
    }

    static String shown(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", seconds(duration));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
