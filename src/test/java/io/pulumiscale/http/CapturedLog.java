package io.pulumiscale.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that anyone logs at any level, until it is closed. */
final class CapturedLog implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.pulumiscale");
    private final Appender<ILoggingEvent> console = root.getAppender("STDERR");
    private final Level before = root.getLevel();
    private final Level oursBefore = ours.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    CapturedLog() {
        events.start();
        root.addAppender(events);
        root.detachAppender(console);
        root.setLevel(Level.TRACE);
        ours.setLevel(Level.TRACE);
    }

    /** With their stack traces. */
    List<String> messages(Level least) {
        return messages(least, "");
    }

    List<String> messages(Level least, String logger) {
        return List.copyOf(events.list).stream()
                .filter(it -> it.getLoggerName().startsWith(logger))
                .filter(it -> it.getLevel().isGreaterOrEqual(least))
                .map(it -> it.getFormattedMessage() + trace(it))
                .toList();
    }

    private static String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    @Override
    public void close() {
        ours.setLevel(oursBefore);
        root.setLevel(before);
        root.addAppender(console);
        root.detachAppender(events);
        events.stop();
    }
}
