package io.pulumiscale;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.DeclineOptions;
import io.pulumiscale.cli.Output;
import io.pulumiscale.cli.PauseOptions;
import io.pulumiscale.cli.RemoteActions;
import io.pulumiscale.cli.RemoteOptions;
import io.pulumiscale.cli.RotateOptions;
import io.pulumiscale.cli.ScaleOptions;
import io.pulumiscale.cli.Terminal;
import io.pulumiscale.client.Address;
import io.pulumiscale.client.Answer;
import io.pulumiscale.client.ApprovalsView;
import io.pulumiscale.client.CallFailed;
import io.pulumiscale.client.DeclineWord;
import io.pulumiscale.client.ExplainView;
import io.pulumiscale.client.HistoryQuestion;
import io.pulumiscale.client.HistoryView;
import io.pulumiscale.client.Inquiry;
import io.pulumiscale.client.Moments;
import io.pulumiscale.client.PauseView;
import io.pulumiscale.client.PauseWord;
import io.pulumiscale.client.ScalerClient;
import io.pulumiscale.client.Screen;
import io.pulumiscale.client.StatusView;
import io.pulumiscale.doctor.Engine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a running scaler, and shows what it says. */
final class Remote implements RemoteActions {
    /** As the shell has it for Ctrl-C. */
    static final int INTERRUPTED = 130;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Moments moments;
    private final Screen screen;

    private Remote(PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, ZoneId zone) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.moments = new Moments(clock, zone);
        this.screen = new TerminalScreen(Terminal.on(out), moments);
    }

    /** With this process's environment, clock and time zone. */
    static Remote of(PrintWriter out, PrintWriter err) {
        return new Remote(out, err, System.getenv(), Clock.systemUTC(), ZoneId.systemDefault());
    }

    @Override
    public int status(RemoteOptions options) {
        return ask(
                options,
                scaler -> new Inquiry(scaler).whole(),
                it -> new StatusView(screen, moments).show(options.url().toString(), it));
    }

    @Override
    public int explain(RemoteOptions options, String pool) {
        return ask(
                options, scaler -> new Inquiry(scaler).ofPool(pool), it -> new ExplainView(screen, moments).show(it));
    }

    @Override
    public int history(RemoteOptions options, Optional<String> pool, Optional<String> since, int limit) {
        HistoryQuestion question = new HistoryQuestion(pool, since, limit);
        return ask(
                options,
                scaler -> new Inquiry(scaler).history(question),
                it -> new HistoryView(screen, moments).show(it));
    }

    @Override
    public int approvals(RemoteOptions options) {
        return ask(options, ScalerClient::approvals, it -> new ApprovalsView(screen, moments).show(it.approvals()));
    }

    @Override
    public int approve(RemoteOptions options, long id) {
        return ask(options, scaler -> scaler.approve(id), it -> new ApprovalsView(screen, moments).given(it));
    }

    @Override
    public int decline(RemoteOptions options, DeclineOptions no) {
        DeclineWord word = new DeclineWord(no.reason(), no.by());
        return ask(
                options,
                scaler -> scaler.decline(no.id(), word),
                it -> new ApprovalsView(screen, moments).declined(it));
    }

    @Override
    public int pause(RemoteOptions options, PauseOptions pause) {
        return ask(options, scaler -> scaler.pause(pause.pool(), word(pause)), it -> new PauseView(screen).show(it));
    }

    @Override
    public int resume(RemoteOptions options, PauseOptions pause) {
        return ask(options, scaler -> scaler.resume(pause.pool(), word(pause)), it -> new PauseView(screen).show(it));
    }

    private static PauseWord word(PauseOptions pause) {
        return new PauseWord(pause.direction(), pause.reason(), pause.by());
    }

    @Override
    public int scale(RemoteOptions options, ScaleOptions scale) {
        boolean table = options.output() == Output.TABLE;
        Screen progress = table ? screen : new TerminalScreen(Terminal.plain(err), moments);
        return answered(options, scaler -> new Scaling(scaler, progress, out, err, clock, table).scale(scale));
    }

    @Override
    public int rotate(RotateOptions options) {
        new Rotation(engine(options.folder().toAbsolutePath().normalize()), new SecureRandom())
                .rotate(options)
                .forEach(out::println);
        return 0;
    }

    private Engine engine(Path folder) {
        return Engine.in(folder, environment);
    }

    /** Something to ask. */
    private interface Question<T> {
        T ask(ScalerClient scaler) throws InterruptedException;
    }

    private <T> int ask(RemoteOptions options, Question<Answer<T>> question, Consumer<T> view) {
        return answered(options, scaler -> {
            Answer<T> answer = question.ask(scaler);
            if (options.output() == Output.JSON) {
                out.println(answer.json().toPrettyString());
            } else {
                view.accept(answer.value());
            }
            return 0;
        });
    }

    private int answered(RemoteOptions options, Question<Integer> question) {
        warnOfPlainHttp(options);
        try {
            return question.ask(new ScalerClient(new Address(
                    options.url(),
                    new StackToken(environment, this::engine).of(options),
                    options.authority(),
                    options.patience())));
        } catch (CallFailed e) {
            throw CommandFailed.because(
                    e.kind() == CallFailed.Kind.REFUSED ? CommandFailed.FAILED : CommandFailed.NOT_NOW, e);
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
    }

    private void warnOfPlainHttp(RemoteOptions options) {
        String host = options.url().getHost();
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        if (!here && "http".equalsIgnoreCase(options.url().getScheme())) {
            err.println("pulumiscale: the token goes to %s unencrypted; https:// would hide it".formatted(host));
        }
    }
}
