package io.pulumiscale.doctor;

import io.pulumiscale.journal.Journals;
import io.pulumiscale.update.ScopedPreview;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that a scaler needs, as a list of checks. */
public final class Checks {
    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Subject subject;
    private final Commands commands;
    private final Web web;
    private final Supplier<ScopedPreview.Outlook> preview;

    Checks(Subject subject, Commands commands, Web web, Supplier<ScopedPreview.Outlook> preview) {
        this.subject = subject;
        this.commands = commands;
        this.web = web;
        this.preview = preview;
    }

    /** For this machine, with the real programs and servers. */
    public static List<Check> of(Subject subject) {
        return new Checks(
                        subject,
                        new LocalCommands(subject.folder(), subject.environment()),
                        new HttpWeb(),
                        () -> ScopedPreview.look(subject.folder(), subject.stack(), Map.of(), subject.clock()))
                .all();
    }

    /** In the order in which a person would mend what they find. */
    List<Check> all() {
        Map<String, String> environment = subject.environment();
        Engine engine = new Engine(commands);
        SearchPath path = SearchPath.of(environment);
        Configured configured = new Configured(subject);
        EngineCheck cli = new EngineCheck(engine, path);
        StackChecks stack = new StackChecks(engine, subject.stack(), environment);
        PluginCheck plugins = new PluginCheck(
                engine, path, environment, () -> configured.config().plugins());
        ClusterCheck cluster = new ClusterCheck(
                new AttachedProviders(environment), new KubeConfig(environment, SERVICE_ACCOUNT), configured, web);
        AwsCheck aws = new AwsCheck(environment, configured.plain("aws:region"), configured.plain("aws:profile"));
        JournalCheck journal = new JournalCheck(() -> Journals.look(subject.journal(), environment));
        ClockCheck clock = new ClockCheck(subject.clock(), new OtherClocks(web).of(journal, engine, cluster, aws));
        return List.of(
                Check.of("configuration", configured),
                Check.of("engine", cli::cli),
                Check.of("language host", cli::languageHost),
                Check.of("plugins", plugins, "engine", "configuration"),
                Check.of("backend", stack::backend, "engine"),
                Check.of("stack", stack::state, "backend"),
                Check.of("secrets", stack::secrets, "stack"),
                Check.of("lock", () -> lock(engine, configured), "stack"),
                Check.of("cluster", cluster, "configuration"),
                Check.of("AWS credentials", () -> onAws(configured, aws), "configuration"),
                Check.of("notices", new NoticesCheck(configured::notices, Connection::problem), "configuration"),
                Check.of("journal", journal),
                Check.of("clock", clock),
                Check.of("preview", new PreviewCheck(preview), "plugins", "secrets"));
    }

    private static Finding onAws(Configured configured, AwsCheck aws) {
        return configured.onAws() ? aws.get() : new Finding.NotChecked("no pool is on AWS");
    }

    private Finding lock(Engine engine, Configured configured) {
        return subject.takeLock()
                ? new LockTaking(engine, configured.project(), subject.stack()).get()
                : new LockCheck(engine, configured.project(), subject.stack()).get();
    }
}
