package io.pulumiscale.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a pool is the size that it is. */
public final class ExplainView {
    private static final int TOLD = 5;

    private final Screen screen;
    private final Moments moments;

    public ExplainView(Screen screen, Moments moments) {
        this.screen = screen;
        this.moments = moments;
    }

    public void show(Inquiry.OfPool inquiry) {
        Pool pool = inquiry.pool();
        List<Entry> entries = inquiry.entries();
        screen.line(heading(pool), Words.plain(" (%s), and may be %s".formatted(pool.kind(), bounds(pool))));
        section("Why", why(inquiry.scaler(), pool, entries));
        section("What counts now", counts(inquiry.scaler(), pool, inquiry.approvals()));
        if (!entries.isEmpty()) {
            screen.line();
            screen.line(Words.strong("Last decisions"));
            new HistoryView(screen, moments)
                    .ofOnePool(entries.stream().limit(TOLD).toList());
        }
    }

    private static Words heading(Pool pool) {
        Integer current = pool.currentSize();
        Integer desired = pool.desiredSize();
        if (current == null || desired == null) {
            return Words.warning("The size of %s is not known yet".formatted(pool.name()));
        }
        return Words.strong(
                current.equals(desired)
                        ? "%s has %d".formatted(pool.name(), current)
                        : "%s has %d and becomes %d".formatted(pool.name(), current, desired));
    }

    private static String bounds(Pool pool) {
        String now = "%d to %d".formatted(pool.bounds().min(), pool.bounds().max());
        return pool.narrowed()
                ? "%s now by its schedule, else %d to %d".formatted(now, pool.minSize(), pool.maxSize())
                : now;
    }

    private void section(String title, List<Words> lines) {
        screen.line();
        screen.line(Words.strong(title));
        screen.table(
                List.of(),
                lines.stream().map(it -> List.of(Words.plain(" "), it)).toList());
    }

    private List<Words> why(Scaler scaler, Pool pool, List<Entry> entries) {
        List<Words> lines = new ArrayList<>();
        Optional<Entry> made = entries.stream()
                .filter(it -> it.resizes() && it.update() != null && it.update().is("SUCCEEDED"))
                .findFirst();
        made.filter(it -> isSize(pool, it.to()))
                .ifPresentOrElse(it -> lines.addAll(madeBy(it, scaler)), () -> lines.add(otherwise(made)));
        entries.stream()
                .findFirst()
                .filter(last -> made.map(it -> it.id() != last.id()).orElse(true))
                .ifPresent(last -> lines.add(since(last)));
        return lines;
    }

    private static boolean isSize(Pool pool, int size) {
        return pool.currentSize() != null && pool.currentSize() == size;
    }

    private List<Words> madeBy(Entry entry, Scaler scaler) {
        List<Words> lines = new ArrayList<>();
        lines.add(Words.plain("%s at %s: %s".formatted(entry.sizes(), moments.told(entry.at()), entry.reason())));
        entry.asked()
                .forEach(it -> lines.add(Words.plain(
                        "asked by %s at %s: %s".formatted(it.source(), moments.at(it.receivedAt()), it.reason()))));
        if (entry.intents() > entry.asked().size()) {
            lines.add(Words.plain(
                    "and by %d more".formatted(entry.intents() - entry.asked().size())));
        }
        if (entry.update() != null) {
            lines.add(
                    Words.plain(entry.update().told() + inHistory(entry.update().stackVersion(), scaler.stackPage())));
        }
        return lines;
    }

    private static String inHistory(@Nullable Integer version, @Nullable String page) {
        if (version == null) {
            return "";
        }
        String number = ", which is %d in the stack's history".formatted(version);
        return page == null ? number : "%s: %s/updates/%d".formatted(number, page, version);
    }

    private Words otherwise(Optional<Entry> made) {
        return Words.plain(made.map(it -> "a pulumi up made it so, after the scaler's last resize, %s at %s"
                        .formatted(it.sizes(), moments.told(it.at())))
                .orElse("a pulumi up made it so: no resize of the scaler's is kept"));
    }

    private Words since(Entry last) {
        String text = "last decided at %s: %s, %s".formatted(moments.told(last.at()), last.sizes(), last.reason());
        Update update = last.update();
        if (update == null) {
            return Words.plain(text);
        }
        String problem = update.problem() == null ? "" : ": " + update.problem();
        String told = "%s. %s%s".formatted(text, update.told(), problem);
        return update.is("FAILED") || update.is("STALLED") ? Words.bad(told) : Words.plain(told);
    }

    private List<Words> counts(Scaler scaler, Pool pool, List<Approval> approvals) {
        List<Words> lines = new ArrayList<>();
        Scaler alone = new Scaler(
                scaler.readiness(),
                scaler.problem(),
                scaler.warnings(),
                scaler.stackPage(),
                Optional.ofNullable(scaler.underWay())
                        .filter(it -> it.about(pool.name()))
                        .orElse(null),
                List.of(pool),
                List.of(),
                scaler.updates().stream().filter(it -> it.about(pool.name())).toList(),
                0);
        new Concerns(alone, approvals, moments).all().forEach(it -> lines.addAll(told(pool, it)));
        pool.firing().forEach(alert -> lines.add(firing(alert)));
        Pool.Declined declined = pool.declined();
        if (declined != null) {
            lines.add(Words.warning("%s, at %s: alerts and schedules do not ask again before %s, in %s"
                    .formatted(
                            declined.told(),
                            moments.told(declined.at()),
                            moments.at(declined.until()),
                            moments.left(declined.until()))));
        }
        if (pool.cooldown().any()) {
            lines.add(Words.plain("cooldown: alerts are held " + Restraints.until(pool.cooldown(), moments)));
        }
        if (pool.waitingIntents() > 0) {
            lines.add(Words.plain("requests that no decision answers yet: " + pool.waitingIntents()));
        }
        atBound(pool).ifPresent(lines::add);
        return lines.isEmpty() ? List.of(Words.good("no alert fires, and nothing holds it")) : lines;
    }

    private static List<Words> told(Pool pool, Concern concern) {
        String about = concern.about().equals(pool.name()) ? "" : concern.about() + ": ";
        List<Words> lines = new ArrayList<>();
        lines.add(new Words(about + concern.text(), concern.tone()));
        concern.advice().ifPresent(it -> lines.add(Words.strong("-> " + it)));
        return lines;
    }

    private Words firing(Pool.Firing alert) {
        String end = moments.at(alert.expiresAt());
        return Words.plain("%s: %s since %s; %s"
                .formatted(
                        alert.source(),
                        alert.reason(),
                        moments.told(alert.since()),
                        alert.counts() ? "it counts until " + end : "its time to live was over at " + end));
    }

    private static Optional<Words> atBound(Pool pool) {
        if (isSize(pool, pool.bounds().max())) {
            return Optional.of(Words.plain("it is at its largest size: nothing scales it out"));
        }
        return isSize(pool, pool.bounds().min())
                ? Optional.of(Words.plain("it is at its smallest size: nothing scales it in"))
                : Optional.empty();
    }
}
