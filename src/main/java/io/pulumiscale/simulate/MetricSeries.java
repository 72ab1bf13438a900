package io.pulumiscale.simulate;

import io.pulumiscale.model.Spelling;
import io.pulumiscale.simulate.Occurrence.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values: {@code time}, and a column for each pool. Neither times nor numbers have a comma in them, so that
 * no line needs more of CSV than quotes around a value.
 */
record MetricSeries(String file, Collection<String> pools) {
    private static final String TIME = "time";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    List<Occurrence> read(List<String> lines) {
        List<String> header = header(lines.get(0));
        List<Occurrence> occurrences = new ArrayList<>();
        Instant before = Instant.MIN;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                before = row(header, cells(lines.get(i)), i + 1, before, occurrences);
            }
        }
        return occurrences;
    }

    private List<String> header(String line) {
        List<String> names = cells(line);
        if (names.size() < 2 || !names.get(0).equalsIgnoreCase(TIME)) {
            throw new BadInput(file, 1, 1, "the first line names the columns: time, and pools, such as time,web");
        }
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            if (!pools.contains(name)) {
                throw new BadInput(
                        file, 1, column(names, i), "the pool %s is %s".formatted(name, Spelling.unknown(name, pools)));
            }
            if (names.subList(1, i).contains(name)) {
                throw new BadInput(file, 1, column(names, i), "the pool %s is there twice".formatted(name));
            }
        }
        return names;
    }

    private Instant row(List<String> header, List<String> cells, int line, Instant before, List<Occurrence> into) {
        if (cells.size() != header.size()) {
            throw new BadInput(
                    file, line, 1, "%d columns, and the first line has %d".formatted(cells.size(), header.size()));
        }
        Instant at = Times.read(cells.get(0))
                .orElseThrow(() -> new BadInput(
                        file,
                        line,
                        1,
                        "%s is no time such as 2026-11-25T12:00:00Z or 1795608000".formatted(cells.get(0))));
        if (at.isBefore(before)) {
            throw new BadInput(file, line, 1, "%s is before the line above: sort the lines by time".formatted(at));
        }
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) { // nothing was measured then
                into.add(new Measured(at, header.get(i), number(cells, i, line)));
            }
        }
        return at;
    }

    private double number(List<String> cells, int index, int line) {
        String text = cells.get(index);
        if (!NUMBER.matcher(text).matches() || !Double.isFinite(Double.parseDouble(text))) {
            throw new BadInput(file, line, column(cells, index), "%s is no number".formatted(text));
        }
        return Double.parseDouble(text);
    }

    /** Where in the line it begins, as far as there are no blanks and quotes. */
    private static int column(List<String> cells, int index) {
        return 1
                + index
                + cells.subList(0, index).stream().mapToInt(String::length).sum();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            String text = cell.strip();
            boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
            cells.add(quoted ? text.substring(1, text.length() - 1) : text);
        }
        return cells;
    }
}
