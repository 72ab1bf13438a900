package io.pulumiscale.doctor;

import java.io.PrintWriter;

/** Writes results for people, one below the other. */
public final class TextReport {
    private static final String LINE = "%-11s  %-15s  %s";
    private static final int INDENT = 30;

    private final PrintWriter out;

    public TextReport(PrintWriter out) {
        this.out = out;
    }

    public void write(Result result) {
        Finding finding = result.finding();
        out.println(LINE.formatted(Words.status(finding), result.check(), indented(finding.text())));
        Words.advice(finding).ifPresent(advice -> out.println(" ".repeat(INDENT) + "-> " + indented(advice)));
        out.flush();
    }

    public void sum(Report report) {
        out.println();
        out.println("ok: %d, warnings: %d, failed: %d, not checked: %d"
                .formatted(
                        report.count(Finding.Fine.class),
                        report.count(Finding.Warning.class),
                        report.count(Finding.Failed.class),
                        report.count(Finding.NotChecked.class)));
        out.flush();
    }

    private static String indented(String text) {
        return text.strip().replace("\n", "\n" + " ".repeat(INDENT));
    }
}
