package io.pulumiscale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.pulumiscale.cli.LogFormat;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** How the log is written. Text is what the program begins with. */
final class Logging {
    private Logging() {}

    static void write(LogFormat format) {
        if (format == LogFormat.JSON) {
            configure(Objects.requireNonNull(Logging.class.getResource("/logback-json.xml"), "it is in the jar"));
        }
    }

    /** What the scaler of a simulation logs has never happened. */
    static void quiet() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("io.pulumiscale.scaler").setLevel(Level.OFF);
        context.getLogger("io.pulumiscale.update").setLevel(Level.OFF);
    }

    private static void configure(URL file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        try {
            configurator.doConfigure(file);
        } catch (JoranException e) {
            throw new IllegalStateException("the program's own configuration of the log is well-formed", e);
        }
    }
}
