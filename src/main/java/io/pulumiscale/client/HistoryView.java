package io.pulumiscale.client;

import java.util.ArrayList;
import java.util.List;

/** Decisions, the newest first. */
public final class HistoryView {
    private static final List<String> HEADS = List.of("AT", "AGO", "POOL", "SIZE", "ASKED BY", "UPDATE", "REASON");

    private final Screen screen;
    private final Moments moments;

    public HistoryView(Screen screen, Moments moments) {
        this.screen = screen;
        this.moments = moments;
    }

    public void show(History history) {
        if (history.entries().isEmpty()) {
            screen.line(Words.plain("No decision is kept that fits."));
            return;
        }
        screen.table(HEADS, history.entries().stream().map(this::row).toList());
        if (history.next() != null) {
            screen.line();
            screen.line(Words.faint("There are older ones: --limit shows more."));
        }
    }

    /** The same without what all of them have in common. */
    void ofOnePool(List<Entry> entries) {
        List<String> heads = without(HEADS);
        screen.table(
                heads, entries.stream().map(this::row).map(HistoryView::without).toList());
    }

    private static <T> List<T> without(List<T> columns) {
        List<T> less = new ArrayList<>(columns);
        less.remove(HEADS.indexOf("POOL"));
        return less;
    }

    private List<Words> row(Entry entry) {
        return List.of(
                Words.plain(moments.at(entry.at())),
                Words.plain(moments.ago(entry.at()).replace(" ago", "")),
                Words.strong(entry.pool()),
                Words.plain(entry.sizes()),
                Words.plain(entry.sources()),
                update(entry),
                Words.plain(reason(entry)));
    }

    private static Words update(Entry entry) {
        Update update = entry.update();
        if (update == null) {
            return Words.faint("held");
        }
        String took = update.seconds() == null ? "" : ", " + Moments.seconds(update.seconds());
        return switch (update.status()) {
            case "SUCCEEDED" -> Words.good("%d done%s".formatted(update.id(), took));
            case "FAILED" -> Words.bad("%d failed%s".formatted(update.id(), took));
            case "STALLED" -> Words.bad("%d stalled%s".formatted(update.id(), took));
            case "WITHDRAWN" -> Words.faint("%d withdrawn".formatted(update.id()));
            default -> Words.warning("%d under way".formatted(update.id()));
        };
    }

    /** Why an update did not succeed is what is looked for; of one that did, its decision's reason says all. */
    private static String reason(Entry entry) {
        Update update = entry.update();
        return update == null || update.problem() == null
                ? entry.reason()
                : "%s. %s".formatted(entry.reason(), update.problem());
    }
}
