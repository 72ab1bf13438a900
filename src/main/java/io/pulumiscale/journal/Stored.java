package io.pulumiscale.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulumiscale.model.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How values stand in the tables, the same in every database. */
final class Stored {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Stored() {}

    /** Of one width, so that text sorts as times do. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** What comes from outside may have what no database takes: NUL, and halves of characters. */
    static String text(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).replace('\0', '\uFFFD');
    }

    static String action(Change change) {
        if (change instanceof Change.SetTo) {
            return "set";
        }
        return change instanceof Change.Delta ? "delta" : "percent";
    }

    static int amount(Change change) {
        if (change instanceof Change.SetTo set) {
            return set.size();
        }
        if (change instanceof Change.Delta delta) {
            return delta.by();
        }
        return ((Change.Percent) change).percent();
    }

    static Change change(String action, int amount) {
        return switch (action) {
            case "set" -> new Change.SetTo(amount);
            case "delta" -> new Change.Delta(amount);
            case "percent" -> new Change.Percent(amount);
            default -> throw new IllegalStateException("the journal has an unknown action: " + action);
        };
    }
}
