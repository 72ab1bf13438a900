package io.pulumiscale.metrics;

import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.pulumiscale.http.Exposition;
import io.pulumiscale.http.Incidents;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.notice.NoticeListener;
import io.pulumiscale.scaler.StatusView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** All metrics of one scaler. */
public final class ScalerMetrics implements Exposition {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final IntentMetrics intents = new IntentMetrics(registry);
    private final DoorMetrics door = new DoorMetrics(registry);
    private final NoticeMetrics notices = new NoticeMetrics(registry);
    private final UpdateMetrics updates;

    /**
     * What runs here.
     *
     * @param version the scaler's
     * @param engine the Pulumi CLI's
     */
    public record Build(String version, String engine) {}

    /** @param listeners how many listen to events */
    public ScalerMetrics(StatusView status, IntSupplier listeners, Build build, Clock clock) {
        updates = new UpdateMetrics(registry, clock);
        registry.register(new StatusCollector(status, listeners, clock));
        Info.builder()
                .name("pulumiscale_build_info")
                .help("The scaler's version and the Pulumi CLI's.")
                .labelNames("version", "engine")
                .register(registry)
                .addLabelValues(build.version(), build.engine());
        JvmMetrics.builder().register(registry);
    }

    /** Counts what is written. */
    public List<JournalListener> journal() {
        return List.of(intents, updates);
    }

    public Incidents incidents() {
        return door;
    }

    public NoticeListener notices() {
        return notices;
    }

    /** From any thread. */
    public void progress(UpdateProgress progress) {
        updates.progress(progress);
    }

    @Override
    public Page page(Optional<String> accept) {
        ExpositionFormatWriter writer = formats.findWriter(accept.orElse(""));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            writer.write(page, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(writer.getContentType(), page.toString(StandardCharsets.UTF_8));
    }
}
