package io.pulumiscale;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.ScaleOptions;
import io.pulumiscale.client.Answer;
import io.pulumiscale.client.CallFailed;
import io.pulumiscale.client.Following;
import io.pulumiscale.client.Outcome;
import io.pulumiscale.client.Receipt;
import io.pulumiscale.client.ReceiptView;
import io.pulumiscale.client.Rehearsal;
import io.pulumiscale.client.RehearsalView;
import io.pulumiscale.client.ScalerClient;
import io.pulumiscale.client.Screen;
import io.pulumiscale.client.Story;
import io.pulumiscale.client.Wish;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** A person's request for a size: tried, sent, or sent and followed to its end. */
final class Scaling {
    private final ScalerClient scaler;
    private final Screen screen;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;
    private final boolean table;

    /**
     * @param screen where it is told how it goes on
     * @param table whether the end of it is told there too; else the scaler's answer is written
     */
    Scaling(ScalerClient scaler, Screen screen, PrintWriter out, PrintWriter err, Clock clock, boolean table) {
        this.scaler = scaler;
        this.screen = screen;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.table = table;
    }

    /** @return the exit code */
    int scale(ScaleOptions options) throws InterruptedException {
        Wish wish = new Wish(
                options.pool(),
                options.change(),
                options.reason().orElse(""),
                options.key().orElseGet(() -> UUID.randomUUID().toString()));
        if (options.dryRun()) {
            return rehearse(wish);
        }
        try {
            return options.patience().isPresent()
                    ? follow(wish, options.patience().get())
                    : send(wish);
        } catch (CallFailed e) {
            if (e.kind() == CallFailed.Kind.UNKNOWN) {
                throw new CommandFailed(
                        CommandFailed.NOT_NOW,
                        "%s; whether it was taken in is not known: the same with --key %s is not done twice"
                                .formatted(e.getMessage(), wish.key()));
            }
            throw e;
        } catch (InterruptedException e) {
            goesOn(wish);
            throw e;
        }
    }

    private int rehearse(Wish wish) throws InterruptedException {
        Answer<Rehearsal> answer = scaler.rehearse(wish);
        write(answer.json());
        Screen shown = table ? screen : Screen.nowhere();
        return code(new RehearsalView(shown).show(wish, answer.value()));
    }

    private int send(Wish wish) throws InterruptedException {
        Answer<Receipt> answer = scaler.scale(wish);
        write(answer.json());
        if (table) {
            new ReceiptView(screen).show(answer.value());
        }
        return 0;
    }

    private int follow(Wish wish, Duration patience) throws InterruptedException {
        Answer<Story> answer = new Following(scaler, screen, clock).follow(wish, patience);
        write(answer.json());
        if (answer.value().outcome() == Outcome.OPEN) {
            goesOn(wish);
        }
        return code(answer.value().outcome());
    }

    private void write(JsonNode json) {
        if (!table) {
            out.println(json.toPrettyString());
        }
    }

    private void goesOn(Wish wish) {
        err.println(
                "pulumiscale: not waiting any longer; the request stays. The same command with --key %s follows it again"
                        .formatted(wish.key()));
        err.flush();
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case DONE -> 0;
            case HELD -> CommandFailed.HELD;
            case FAILED -> CommandFailed.NOT_APPLIED;
            case OPEN -> CommandFailed.NOT_YET;
        };
    }
}
