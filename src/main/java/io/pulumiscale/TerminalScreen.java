package io.pulumiscale;

import io.pulumiscale.cli.Terminal;
import io.pulumiscale.cli.Terminal.Span;
import io.pulumiscale.client.Screen;
import io.pulumiscale.client.Tone;
import io.pulumiscale.client.Words;
import java.util.List;
import java.util.stream.Stream;

/** What the client shows, on a terminal. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;

    TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void line(Words... words) {
        terminal.line(Stream.of(words).map(TerminalScreen::span).toList());
    }

    @Override
    public void table(List<String> heads, List<List<Words>> rows) {
        terminal.table(
                heads,
                rows.stream()
                        .map(row -> row.stream().map(TerminalScreen::span).toList())
                        .toList());
    }

    private static Span span(Words words) {
        return new Span(words.text(), styles(words.tone()));
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
