package io.pulumiscale.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A screen that keeps what is written: a line each, cells with a bar between, a tone before what has one. */
public final class Paper implements Screen {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void line(Words... words) {
        lines.add(Stream.of(words).map(Paper::text).collect(Collectors.joining()));
    }

    @Override
    public void table(List<String> heads, List<List<Words>> rows) {
        if (!heads.isEmpty()) {
            lines.add(String.join(" | ", heads));
        }
        rows.forEach(row -> lines.add(row.stream().map(Paper::text).collect(Collectors.joining(" | "))));
    }

    private static String text(Words words) {
        return switch (words.tone()) {
            case GOOD, WARNING, BAD -> "[%s]%s".formatted(words.tone(), words.text());
            default -> words.text();
        };
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
