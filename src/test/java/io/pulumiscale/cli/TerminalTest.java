package io.pulumiscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.cli.Terminal.Span;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {
    private final StringWriter written = new StringWriter();

    @Test
    void aTableIsAsWideAsItsCellsWhereNobodyLooks() {
        terminal(Ansi.OFF, OptionalInt.empty())
                .table(
                        List.of("POOL", "REASON"),
                        List.of(row("web", "a b c d e f g h i j k l m n o p q r s t u v w x y z")));
        assertThat(written.toString())
                .isEqualToNormalizingNewlines(
                        "POOL  REASON\nweb   a b c d e f g h i j k l m n o p q r s t u v w x y z\n");
    }

    @Test
    void theLastColumnIsWrappedAtTheEdgeOfTheTerminal() {
        terminal(Ansi.OFF, OptionalInt.of(30))
                .table(List.of(), List.of(row("web", "one two three four five six seven eight nine")));
        assertThat(written.toString().lines())
                .allMatch(line -> line.length() < 30)
                .containsExactly("web  one two three four five", "     six seven eight nine");
    }

    @Test
    void theWidestColumnGivesWayWhereTheLastHasNoRoom() {
        terminal(Ansi.OFF, OptionalInt.of(60))
                .table(
                        List.of(),
                        List.of(row(
                                "web",
                                "paused in; cooldown out 2 min, in 9 min, and more",
                                "one two three four five six seven")));
        assertThat(written.toString().lines())
                .allMatch(line -> line.length() < 60)
                .anyMatch(line -> line.contains("cooldown"));
    }

    @Test
    void stylesAreForTerminalsAlone() {
        terminal(Ansi.ON, OptionalInt.of(80)).line(List.of(new Span("web", "bold,fg(red)")));
        terminal(Ansi.OFF, OptionalInt.of(80)).line(List.of(new Span("web", "bold,fg(red)")));
        assertThat(written.toString().lines().toList().get(0)).contains("\u001b[1m", "\u001b[31m", "web");
        assertThat(written.toString().lines().toList().get(1)).isEqualTo("web");
    }

    @Test
    void whatStrangersWroteMovesNoCursorAndIsNoStyle() {
        terminal(Ansi.ON, OptionalInt.of(80)).line(List.of(new Span("a\u001b[2Jb\r\nc @|red d|@ \u202Ee", "")));
        assertThat(written.toString()
                        .replace("\u001b[0m", "")
                        .replace("\u001b[m", "")
                        .strip())
                .isEqualTo("a?[2Jb c @|red d|@ ?e");
    }

    @Property
    void noControlCharacterGetsThrough(@ForAll String text) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), Ansi.OFF, OptionalInt.of(60));
        terminal.line(List.of(new Span(text, "")));
        terminal.table(List.of("A", "B"), List.of(row(text, text)));
        assertThat(out.toString().replace(System.lineSeparator(), "").codePoints())
                .noneMatch(it -> Character.getType(it) == Character.CONTROL);
    }

    private static List<Span> row(String... cells) {
        return List.of(cells).stream().map(it -> new Span(it, "")).toList();
    }

    private Terminal terminal(Ansi ansi, OptionalInt width) {
        return new Terminal(new PrintWriter(written, true), ansi, width);
    }
}
