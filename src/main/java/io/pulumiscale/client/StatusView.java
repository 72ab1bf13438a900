package io.pulumiscale.client;

import java.util.ArrayList;
import java.util.List;

/** A scaler and its pools: what wants attention first, then every pool, then the alerts that fire. */
public final class StatusView {
    private static final List<String> POOLS = List.of("POOL", "SIZE", "BOUNDS", "FIRING", "HELD", "LAST DECISION");
    private static final List<String> ALERTS = List.of("POOL", "FIRING SINCE", "ALERT");

    private final Screen screen;
    private final Moments moments;

    public StatusView(Screen screen, Moments moments) {
        this.screen = screen;
        this.moments = moments;
    }

    /** @param url where the scaler is */
    public void show(String url, Inquiry.Whole whole) {
        Scaler scaler = whole.scaler();
        List<Concern> concerns = new Concerns(scaler, whole.approvals(), moments).all();
        screen.line(heading(scaler, concerns), Words.faint("  " + url));
        if (!concerns.isEmpty()) {
            screen.line();
            screen.table(
                    List.of(),
                    concerns.stream().flatMap(it -> rows(it).stream()).toList());
        }
        screen.line();
        pools(scaler.pools());
        firing(scaler.pools());
    }

    private static Words heading(Scaler scaler, List<Concern> concerns) {
        String pools = "%s, %s firing".formatted(many(scaler.pools().size(), "pool"), many(scaler.firing(), "alert"));
        if (concerns.stream().anyMatch(it -> it.tone() == Tone.BAD)) {
            return Words.bad("A person is needed: " + pools);
        }
        return concerns.stream().anyMatch(it -> it.tone() == Tone.WARNING)
                ? Words.warning("Scaling, with a warning: " + pools)
                : Words.good("Scaling: " + pools);
    }

    private static String many(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private static List<List<Words>> rows(Concern concern) {
        List<List<Words>> rows = new ArrayList<>();
        rows.add(List.of(new Words(concern.about(), concern.tone()), Words.plain(concern.text())));
        concern.advice().ifPresent(advice -> rows.add(List.of(Words.plain(""), Words.strong("-> " + advice))));
        return rows;
    }

    private void pools(List<Pool> pools) {
        if (pools.isEmpty()) {
            screen.line(Words.plain("There are no pools."));
            return;
        }
        screen.table(POOLS, pools.stream().map(this::row).toList());
    }

    private List<Words> row(Pool pool) {
        long firing = pool.firing().stream().filter(Pool.Firing::counts).count();
        return List.of(
                Words.strong(pool.name()),
                Words.plain(pool.sizes()),
                Words.plain(pool.bounds().toString()),
                firing == 0 ? Words.faint("-") : Words.warning(Long.toString(firing)),
                Restraints.brief(pool, moments),
                last(pool));
    }

    private Words last(Pool pool) {
        Decision last = pool.lastDecision();
        return last == null
                ? Words.faint("none yet")
                : Words.plain("%s, %s: %s".formatted(last.sizes(), moments.ago(last.at()), last.reason()));
    }

    private void firing(List<Pool> pools) {
        List<List<Words>> rows = pools.stream()
                .flatMap(pool -> pool.firing().stream().map(alert -> row(pool, alert)))
                .toList();
        if (!rows.isEmpty()) {
            screen.line();
            screen.table(ALERTS, rows);
        }
    }

    private List<Words> row(Pool pool, Pool.Firing alert) {
        String old = alert.counts() ? "" : ", no longer counted: its time to live is over";
        return List.of(
                Words.strong(pool.name()),
                Words.plain(moments.told(alert.since())),
                Words.plain("%s: %s%s".formatted(alert.source(), alert.reason(), old)));
    }
}
