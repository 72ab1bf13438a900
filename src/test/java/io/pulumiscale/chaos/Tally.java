package io.pulumiscale.chaos;

import io.pulumiscale.model.UpdateStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What a run came to, as a table for people. */
record Tally(
        long seed,
        int rounds,
        int accepted,
        int duplicates,
        Map<UpdateStatus, Integer> updates,
        Map<Blow, Integer> blows,
        int foundLocked,
        Duration took,
        List<String> discrepancies) {

    private static final List<Blow> KILLS =
            List.of(Blow.KILL_SCALER, Blow.KILL_ENGINE, Blow.KILL_BOTH, Blow.TERMINATE_SCALER);
    private static final List<Blow> FAULTS =
            List.of(Blow.PROVIDER_REFUSES, Blow.PROVIDER_HALF_DONE, Blow.PROVIDER_THROTTLES);

    static int accepted(Collection<Acknowledged> told) {
        return (int) told.stream().map(Acknowledged::intent).distinct().count();
    }

    static int duplicates(Collection<Acknowledged> told) {
        return (int) told.stream().filter(Acknowledged::duplicate).count();
    }

    static Map<UpdateStatus, Integer> updates(Ledger ledger) {
        return ledger.updates().stream()
                .collect(Collectors.groupingBy(
                        Ledger.Updated::status,
                        () -> new EnumMap<>(UpdateStatus.class),
                        Collectors.summingInt(update -> 1)));
    }

    String table() {
        StringJoiner lines = new StringJoiner("\n");
        line(lines, "rounds", "%d in %d s".formatted(rounds, took.toSeconds()));
        line(lines, "intents accepted", Integer.toString(accepted));
        line(lines, "duplicates", Integer.toString(duplicates));
        line(lines, "updates", updateCounts());
        line(lines, "kills", counts(KILLS));
        line(lines, "provider faults", counts(FAULTS));
        line(lines, "people's ups", "%d, found the stack locked %d times".formatted(count(Blow.PERSON), foundLocked));
        line(lines, "discrepancies", Integer.toString(discrepancies.size()));
        discrepancies.forEach(it -> lines.add("    " + it));
        line(lines, "seed", Long.toString(seed));
        return lines.toString();
    }

    private String updateCounts() {
        return updates.entrySet().stream()
                .map(it -> "%d %s".formatted(it.getValue(), it.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private String counts(List<Blow> kinds) {
        return kinds.stream()
                .filter(blow -> count(blow) > 0)
                .map(blow -> "%d × %s".formatted(count(blow), blow.text()))
                .collect(
                        Collectors.collectingAndThen(Collectors.joining(", "), text -> text.isEmpty() ? "none" : text));
    }

    private int count(Blow blow) {
        return blows.getOrDefault(blow, 0);
    }

    private static void line(StringJoiner lines, String name, String value) {
        lines.add("  %-17s %s".formatted(name, value));
    }
}
