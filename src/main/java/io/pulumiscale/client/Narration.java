package io.pulumiscale.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells how a request goes on, with the seconds since it began, and nothing twice. */
final class Narration {
    private final Screen screen;
    private final Clock clock;
    private final Instant start;
    private final Set<String> said = new HashSet<>();

    Narration(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
        this.start = clock.instant();
    }

    void accepted(Receipt receipt) {
        Receipt.Taken taken = receipt.taken();
        String how = receipt.isRepeated() ? "was asked for before" : "is accepted";
        say(Words.plain("%s %s %s, as %s".formatted(taken.pool(), taken.change(), how, taken.intent())));
    }

    void silent(CallFailed failed) {
        say(Words.warning("no answer, still waiting: " + failed.getMessage()));
    }

    void behind(Update other) {
        String why = other.problem() == null ? other.message() : other.problem();
        say(Words.warning("it waits behind update %d: %s".formatted(other.id(), why)));
    }

    /** Up to its update, as far as it has come. */
    void before(Story story) {
        story.earlier()
                .forEach(it -> say(Words.plain(
                        "%s %s was withdrawn, it is decided again: %s".formatted(it.pool(), it.sizes(), why(it)))));
        switch (story.state()) {
            case "waiting" -> {
                if (story.why() != null) {
                    say(Words.warning("it waits: " + story.why()));
                }
            }
            case "approval" ->
                say(Words.warning("it waits for a person's word: pulumiscale approve %1$s, or decline %1$s"
                        .formatted(story.approval())));
            case "held" -> {}
            default -> {
                if (story.decision() != null) {
                    say(Words.plain("decided: %s %s, %s"
                            .formatted(
                                    story.pool(),
                                    story.decision().sizes(),
                                    story.decision().reason())));
                }
            }
        }
    }

    private static String why(Entry entry) {
        Update update = entry.update();
        return update == null || update.problem() == null ? entry.reason() : update.problem();
    }

    void progress(Event event, String pool, long update) {
        boolean ours = event.name().equals("progress")
                && event.data().path("update").asLong() == update
                && event.data().path("pool").asText(pool).equals(pool);
        if (!ours) {
            return;
        }
        switch (event.data().path("stage").asText()) {
            case "waiting" ->
                say(Words.warning("update %d: %s"
                        .formatted(update, event.data().path("reason").asText())));
            case "begun" -> say(Words.plain("update %d has begun".formatted(update)));
            case "resizing" -> say(Words.plain("%s is being resized".formatted(pool)));
            case "resized" -> say(Words.plain("%s is resized; the update is still to end".formatted(pool)));
            case "notResized" -> say(Words.bad("%s could not be resized".formatted(pool)));
            default -> {} // of a later version
        }
    }

    /** How it has ended. */
    void after(Story story) {
        switch (story.state()) {
            case "updating" ->
                story.update()
                        .filter(it -> it.problem() != null)
                        .ifPresent(it -> say(Words.warning("update %d: %s".formatted(it.id(), it.problem()))));
            case "applied" -> {
                say(Words.good("%s has %s".formatted(story.pool(), size(story))));
                story.update().ifPresent(it -> say(Words.faint(it.told())));
            }
            case "held" -> {
                String text = "%s stays at %s: %s".formatted(story.pool(), size(story), story.reason());
                say(story.outcome() == Outcome.DONE ? Words.good(text) : Words.warning(text));
            }
            case "failed", "stalled" -> {
                say(Words.bad("%s: %s".formatted(story.state(), story.reason())));
                say(Words.strong("-> pulumiscale explain " + story.pool()));
            }
            default -> {}
        }
    }

    private static String size(Story story) {
        return story.decision() == null
                ? "its size"
                : Integer.toString(story.decision().to());
    }

    private void say(Words words) {
        if (said.add(words.text())) {
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
            screen.line(Words.faint(String.format(Locale.ROOT, "%6.1fs  ", seconds)), words);
        }
    }
}
