package io.pulumiscale.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where results are written: in colour and as wide as it is if it is a terminal, plain and as wide as needed otherwise. What
 * is written comes from strangers too: no control character of theirs reaches the terminal.
 */
public final class Terminal {
    private static final int GAP = 2;
    private static final int LEAST_COLUMN = 16;
    private static final int LEAST_LAST_COLUMN = 20;

    private final PrintWriter out;
    private final Ansi ansi;
    private final OptionalInt width;

    Terminal(PrintWriter out, Ansi ansi, OptionalInt width) {
        this.out = out;
        this.ansi = ansi;
        this.width = width;
    }

    /** A part of a line, or a cell of a table; styles are picocli's, {@code bold,fg(red)}, or none. */
    public record Span(String text, String styles) {}

    /** Colours only where standard output is a terminal and {@code NO_COLOR} is not set. */
    public static Terminal on(PrintWriter out) {
        OptionalInt width = Ansi.AUTO.enabled() || isTerminal()
                ? OptionalInt.of(
                        CommandSpec.create().usageMessage().autoWidth(true).width())
                : OptionalInt.empty();
        return new Terminal(out, Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF, width);
    }

    /** Without colours, as wide as needed. */
    public static Terminal plain(PrintWriter out) {
        return new Terminal(out, Ansi.OFF, OptionalInt.empty());
    }

    /** Newer JDKs say so too where {@code jdk.console} is {@code java.base}, as the launcher sets it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    public void line(List<Span> spans) {
        out.println(spans.stream().map(this::text).map(Text::toString).collect(Collectors.joining()));
        out.flush();
    }

    /** The last column is wrapped at the terminal's edge. */
    public void table(List<String> heads, List<List<Span>> rows) {
        List<List<Span>> all = new ArrayList<>();
        if (!heads.isEmpty()) {
            all.add(heads.stream().map(head -> new Span(head, "bold")).toList());
        }
        all.addAll(rows);
        if (all.isEmpty()) {
            return;
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(ansi), columns(all));
        table.indentWrappedLines = 0;
        all.forEach(row -> table.addRowValues(row.stream().map(this::text).toArray(Text[]::new)));
        out.print(table);
        out.flush();
    }

    /** Where they do not fit, the widest gives way until the last has some room; what is left over is wrapped. */
    private Column[] columns(List<List<Span>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i -> longest(rows, i) + (i == 0 ? 0 : GAP))
                .toArray();
        width.ifPresent(all -> fit(widths, all - 1));
        return IntStream.range(0, widths.length)
                .mapToObj(i -> new Column(Math.max(1, widths[i]), i == 0 ? 0 : GAP, Overflow.WRAP))
                .toArray(Column[]::new);
    }

    private static void fit(int[] widths, int all) {
        int last = widths.length - 1;
        int before = IntStream.of(widths).sum() - widths[last];
        int least = Math.min(widths[last], LEAST_LAST_COLUMN);
        int widest = IntStream.range(0, last)
                .boxed()
                .max(Comparator.comparingInt(i -> widths[i]))
                .orElse(last);
        if (widest < last && before + least > all) {
            int narrower = Math.max(LEAST_COLUMN, widths[widest] - (before + least - all));
            before -= Math.max(0, widths[widest] - narrower);
            widths[widest] = Math.min(widths[widest], narrower);
        }
        widths[last] = Math.min(widths[last], Math.max(LEAST_COLUMN, all - before));
    }

    private static int longest(List<List<Span>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> clean(row.get(column).text()).length())
                .max()
                .orElse(0);
    }

    private Text text(Span span) {
        IStyle[] styles = span.styles().isEmpty() ? new IStyle[0] : Style.parse(span.styles());
        return Help.defaultColorScheme(ansi).apply(clean(span.text()), Arrays.asList(styles));
    }

    private static String clean(String text) {
        return text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
