package io.pulumiscale;

import io.pulumiscale.cli.ServeOptions;
import io.pulumiscale.http.Backend;
import io.pulumiscale.http.EventFeed;
import io.pulumiscale.http.Observation;
import io.pulumiscale.http.ScalerServer;
import io.pulumiscale.http.SnsBackend;
import io.pulumiscale.http.TokenRing;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.journal.ObservedJournal;
import io.pulumiscale.metrics.ScalerMetrics;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.notice.Notices;
import io.pulumiscale.scaler.ObservedStack;
import io.pulumiscale.scaler.Scaler;
import io.pulumiscale.scaler.ScalerLoop;
import io.pulumiscale.scaler.Status;
import io.pulumiscale.stack.InvalidConfiguration;
import io.pulumiscale.update.AutomationUpdater;
import io.pulumiscale.update.ConfigurationWatch;
import io.pulumiscale.update.EngineLimits;
import io.pulumiscale.update.Engines;
import io.pulumiscale.update.PageSearch;
import io.pulumiscale.update.RetrySettings;
import io.pulumiscale.update.ScopedProgram;
import io.pulumiscale.update.UpdateRunner;
import io.pulumiscale.update.Workspace;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsSubscription;
import io.pulumiscale.webhook.sns.AmazonSns;
import io.pulumiscale.webhook.sns.SnsTrust;
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

    /** During its first {@code pulumi up} the stack cannot tell yet, and the topic wants an answer. */
    private static final String TOPIC = "PULUMISCALE_TOPIC_ARN";

    private static final Duration LOOK_AT_CONFIGURATION_EVERY = Duration.ofSeconds(1);

    private final ConfigurationWatch configuration;
    private final ScalerLoop loop;
    private final ScalerServer server;
    private final AmazonSns sns;
    private final Notices notices;
    private final PageSearch page;
    private final Journal journal;

    private Service(
            ConfigurationWatch configuration,
            ScalerLoop loop,
            ScalerServer server,
            AmazonSns sns,
            Notices notices,
            PageSearch page,
            Journal journal) {
        this.configuration = configuration;
        this.loop = loop;
        this.server = server;
        this.sns = sns;
        this.notices = notices;
        this.page = page;
        this.journal = journal;
    }

    /**
     * @param environment for the engine, beside this process's own
     * @throws InvalidConfiguration the configuration has faults, no token among them
     * @throws io.pulumiscale.update.StackUnreachable there is no such stack, or the engine cannot read it
     * @throws io.pulumiscale.journal.JournalException the journal cannot be opened
     * @throws io.pulumiscale.webhook.sns.UnusableCertificate there is none where the options say so
     */
    public static Service start(ServeOptions options, Map<String, String> environment) {
        Clock clock = Clock.systemUTC();
        SnsTrust trust = trust(options);
        Map<String, String> all = both(System.getenv(), environment);
        JournalOpening journal = JournalOpening.begin(() -> Journals.open(location(options), all, clock));
        try {
            EngineLimits limits = EngineLimits.standard().withUpdate(options.deadline());
            Workspace workspace =
                    Workspace.open(options.folder().toAbsolutePath(), options.stack(), environment, limits);
            ConfigurationWatch configuration =
                    new ConfigurationWatch(workspace.configurationFile(), workspace::configuration);
            TokenRing tokens = new TokenRing(configuration.get().tokens(), options.tokenGrace(), clock);
            Optional<String> told = Optional.ofNullable(all.get(TOPIC));
            return start(options, trust, clock, workspace, configuration, tokens, journal.opened(), told);
        } catch (RuntimeException e) {
            journal.undo();
            throw e;
        }
    }

    private static Service start(
            ServeOptions options,
            SnsTrust trust,
            Clock clock,
            Workspace workspace,
            ConfigurationWatch configuration,
            TokenRing tokens,
            Journal plain,
            Optional<String> told) {
        Supplier<PoolCatalog> pools = () -> configuration.get().pools();
        ObservedStack observed = new ObservedStack();
        Status status = new Status(pools, observed, plain, clock);
        SnsSubscription subscription = new SnsSubscription();
        Notices notices = new Notices(workspace.project() + "/" + workspace.stackName(), plain, clock);
        EventFeed events = new EventFeed(status, () -> warnings(subscription, notices), clock);
        ScalerMetrics metrics = new ScalerMetrics(
                status, events::listeners, new ScalerMetrics.Build(version(), workspace.engineVersion()), clock);
        Journal journal = new ObservedJournal(plain, listeners(events, metrics, notices));
        AutomationUpdater updater = new AutomationUpdater(
                workspace,
                configuration,
                ScopedProgram::of,
                journal.lease()::lost,
                Engines.keptIn(journal, clock),
                progress -> {
                    metrics.progress(progress);
                    events.progress(progress);
                });
        UpdateRunner runner = new UpdateRunner(updater, RetrySettings.standard().withTries(options.tries()));
        Scaler scaler = new Scaler(journal, runner, pools, observed, clock);
        ScalerLoop loop = new ScalerLoop(
                scaler,
                journal,
                ScalerLoop.Timing.standard().withShutdownGrace(options.shutdownGrace()),
                options.door().limits().maxWaiting(),
                clock);
        AmazonSns sns = AmazonSns.trusting(trust, clock);
        SnsInbox inbox = new SnsInbox(() -> topicOf(observed, loop, told), sns, clock);
        Backend backend = new Backend(
                loop,
                status,
                pools,
                new Observation(events, metrics, options.openMetrics(), metrics.incidents()),
                new SnsBackend(inbox, sns, subscription));

        notices.start(configuration.get().notices(), metrics.notices());
        loop.start(); // its first look at the stack takes longer than the server does
        ScalerServer server = serverOrNothing(options, backend, tokens, clock, loop, notices);
        configuration.start(LOOK_AT_CONFIGURATION_EVERY, changed -> {
            tokens.rotate(changed.tokens());
            notices.bringTo(changed.notices());
            loop.lookAgain();
        });
        PageSearch page = PageSearch.start(workspace::page, observed::shownAt);
        return new Service(configuration, loop, server, sns, notices, page, journal);
    }

    private static ScalerServer serverOrNothing(
            ServeOptions options, Backend backend, TokenRing tokens, Clock clock, ScalerLoop loop, Notices notices) {
        try {
            return ScalerServer.start(Doors.settings(options), backend, tokens, clock, new SecureRandom());
        } catch (RuntimeException e) {
            loop.close();
            notices.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** Takes nothing new in, lets the update that is running finish within the grace or stops it, and ends. */
    @Override
    public void close() {
        LOG.info("told to end; nothing new is taken in");
        configuration.close();
        page.close();
        server.close();
        sns.close();
        loop.close();
        notices.close();
        journal.close();
        LOG.info("ended");
    }

    /** Whoever deploys the topic has it send before the deployment is over: a message that comes too early comes again. */
    private static Optional<String> topicOf(ObservedStack observed, ScalerLoop loop, Optional<String> told) {
        Optional<String> topic = observed.topicArn();
        if (topic.isEmpty()) {
            loop.lookAgain();
        }
        return topic.or(() -> told);
    }

    private static SnsTrust trust(ServeOptions options) {
        SnsTrust trust = SnsTrust.standard().withSha1(options.snsSha1());
        options.snsCertificate()
                .ifPresent(file -> LOG.warn(
                        "WHOEVER HAS THE KEY OF {} CAN SCALE BY /webhook/cloudwatch: its signatures are believed like"
                                + " Amazon's. This is for the embedded cloud",
                        file));
        return options.snsCertificate().map(trust::withCertificateIn).orElse(trust);
    }

    private static List<String> warnings(SnsSubscription subscription, Notices notices) {
        List<String> all = new ArrayList<>(notices.warnings());
        subscription.warning().ifPresent(all::add);
        return all;
    }

    private static List<JournalListener> listeners(EventFeed events, ScalerMetrics metrics, Notices notices) {
        List<JournalListener> all = new ArrayList<>(metrics.journal());
        all.add(events);
        all.add(notices);
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
}
