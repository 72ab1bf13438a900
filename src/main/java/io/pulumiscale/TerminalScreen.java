package io.pulumiscale;

import io.pulumiscale.cli.Terminal;
import io.pulumiscale.cli.Terminal.Span;
import io.pulumiscale.client.Moments;
import io.pulumiscale.client.Screen;
import io.pulumiscale.client.Tone;
import io.pulumiscale.client.Words;
import java.util.List;
import java.util.stream.Stream;

/** What the client shows, on a terminal. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final Moments moments;

    TerminalScreen(Terminal terminal, Moments moments) {
        this.terminal = terminal;
        this.moments = moments;
    }

    @Override
    public void line(Words... words) {
        terminal.line(Stream.of(words).map(this::span).toList());
    }

    @Override
    public void table(List<String> heads, List<List<Words>> rows) {
        terminal.table(
                heads,
                rows.stream().map(row -> row.stream().map(this::span).toList()).toList());
    }

    private Span span(Words words) {
        return new Span(moments.local(words.text()), styles(words.tone()));
    }

    private static String styles(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case STRONG -> "bold";
            case GOOD -> "fg(green)";
            case WARNING -> "fg(yellow)";
            case BAD -> "bold,fg(red)";
            case FAINT -> "faint";
        };
    }
}
