package io.pulumiscale;

import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.http.Backend;
import io.pulumiscale.http.EventFeed;
import io.pulumiscale.http.HttpSettings;
import io.pulumiscale.http.Observation;
import io.pulumiscale.http.ScalerServer;
import io.pulumiscale.http.TokenRing;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.journal.ObservedJournal;
import io.pulumiscale.metrics.ScalerMetrics;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.scaler.ObservedStack;
import io.pulumiscale.scaler.Scaler;
import io.pulumiscale.scaler.ScalerLoop;
import io.pulumiscale.scaler.Status;
import io.pulumiscale.stack.InvalidConfiguration;
import io.pulumiscale.stack.StackConfig;
import io.pulumiscale.update.AutomationUpdater;
import io.pulumiscale.update.Configuration;
import io.pulumiscale.update.ConfigurationWatch;
import io.pulumiscale.update.EngineLimits;
import io.pulumiscale.update.Engines;
import io.pulumiscale.update.RetrySettings;
import io.pulumiscale.update.ScopedProgram;
import io.pulumiscale.update.UpdateRunner;
import io.pulumiscale.update.Workspace;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running scaler, put together. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration LOOK_AT_CONFIGURATION_EVERY = Duration.ofSeconds(1);

    private final ConfigurationWatch configuration;
    private final ScalerLoop loop;
    private final ScalerServer server;
    private final Journal journal;

    private Service(ConfigurationWatch configuration, ScalerLoop loop, ScalerServer server, Journal journal) {
        this.configuration = configuration;
        this.loop = loop;
        this.server = server;
        this.journal = journal;
    }

    /**
     * @param environment for the engine, beside this process's own
     * @throws InvalidConfiguration the configuration has faults, no token among them
     * @throws io.pulumiscale.update.StackUnreachable there is no such stack, or the engine cannot read it
     * @throws io.pulumiscale.journal.JournalException the journal cannot be opened
     */
    public static Service start(ServeOptions options, Map<String, String> environment) {
        Clock clock = Clock.systemUTC();
        EngineLimits limits = EngineLimits.standard().withUpdate(options.deadline());
        Workspace workspace = Workspace.open(options.folder().toAbsolutePath(), options.stack(), environment, limits);
        ConfigurationWatch configuration =
                new ConfigurationWatch(workspace.configurationFile(), workspace::configuration);
        TokenRing tokens = new TokenRing(token(configuration.get()), options.tokenGrace(), clock);

        Journal journal = Journals.open(location(options), both(System.getenv(), environment), clock);
        try {
            return start(options, clock, workspace, configuration, tokens, journal);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Service start(
            ServeOptions options,
            Clock clock,
            Workspace workspace,
            ConfigurationWatch configuration,
            TokenRing tokens,
            Journal plain) {
        Supplier<PoolCatalog> pools = () -> configuration.get().pools();
        ObservedStack observed = new ObservedStack();
        Status status = new Status(pools, observed, plain, clock);
        EventFeed events = new EventFeed(status, clock);
        ScalerMetrics metrics = new ScalerMetrics(
                status, events::listeners, new ScalerMetrics.Build(version(), workspace.engineVersion()), clock);
        Journal journal = new ObservedJournal(plain, listeners(events, metrics));
        AutomationUpdater updater = new AutomationUpdater(
                workspace, configuration, ScopedProgram::of, Engines.keptIn(journal, clock), progress -> {
                    metrics.progress(progress);
                    events.progress(progress);
                });
        UpdateRunner runner = new UpdateRunner(updater, RetrySettings.standard().withTries(options.tries()));
        Scaler scaler = new Scaler(journal, runner, pools, observed, clock);
        ScalerLoop loop = new ScalerLoop(
                scaler, journal, ScalerLoop.Timing.standard().withShutdownGrace(options.shutdownGrace()), clock);
        Backend backend = new Backend(
                loop,
                status,
                pools,
                new Observation(events, metrics, options.openMetrics(), metrics.incidents()),
                observed::topicArn);
        HttpSettings http = HttpSettings.on(options.host(), options.port()).withPoolLabel(options.poolLabel());

        ScalerServer server = ScalerServer.start(http, backend, tokens, clock, new SecureRandom());
        loop.start();
        configuration.start(LOOK_AT_CONFIGURATION_EVERY, changed -> {
            changed.webhookToken()
                    .ifPresent(tokens::rotate); // without one the last goes on: no one is locked out by a slip
            loop.lookAgain();
        });
        return new Service(configuration, loop, server, journal);
    }

    public int port() {
        return server.port();
    }

    /** Takes nothing new in, lets the update that is running finish within the grace or stops it, and ends. */
    @Override
    public void close() {
        LOG.info("told to end; nothing new is taken in");
        configuration.close();
        server.close();
        loop.close();
        journal.close();
        LOG.info("ended");
    }

    private static List<JournalListener> listeners(EventFeed events, ScalerMetrics metrics) {
        List<JournalListener> all = new ArrayList<>(metrics.journal());
        all.add(events);
        return all;
    }

    /** As it stands in the jar; a program that runs from its classes has none. */
    private static String version() {
        return Optional.ofNullable(Service.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static String location(ServeOptions options) {
        return options.journal().orElseGet(() -> Journals.standard(options.folder(), options.stack()));
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static String token(Configuration configuration) {
        return configuration.webhookToken().orElseThrow(() -> new InvalidConfiguration(List.of(StackConfig.NO_TOKEN)));
    }
}
