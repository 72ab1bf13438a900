package io.pulumiscale.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision, who asked for it, and what became of it. */
public record Entry(
        long id,
        Instant at,
        String pool,
        String type,
        int from,
        int to,
        String reason,
        int intents,
        List<Asked> asked,
        @Nullable Update update) {

    /** What somebody asked. */
    public record Asked(String intent, String source, String change, String reason, Instant receivedAt) {}

    boolean resizes() {
        return type.equals("resize");
    }

    String sizes() {
        return Sizes.told(from, to);
    }

    boolean answers(String intent) {
        return asked.stream().anyMatch(it -> it.intent().equals(intent));
    }

    /** The sources, each once; a schedule or an alert that goes on asks by no intent. */
    String sources() {
        String sources = asked.stream().map(Asked::source).distinct().collect(Collectors.joining(", "));
        return sources.isEmpty() ? "-" : sources;
    }
}
