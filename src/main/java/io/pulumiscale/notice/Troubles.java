package io.pulumiscale.notice;

import io.pulumiscale.model.NoticeTarget;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong with one receiver, told once in the log and for as long as it lasts in the warnings. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final NoticeTarget target;
    private final NoticeListener listener;
    private final Clock clock;
    private volatile @Nullable String warning;

    Troubles(NoticeTarget target, NoticeListener listener, Clock clock) {
        this.target = target;
        this.listener = listener;
        this.clock = clock;
    }

    Optional<String> warning() {
        return Optional.ofNullable(warning);
    }

    void sent() {
        listener.sent(target.name());
        if (warning != null) {
            LOG.info("{} takes notices again", target);
        }
        warning = null;
    }

    void failed(String reason) {
        listener.failed(target.name());
        if (warning == null) {
            LOG.warn("{} takes no notices, tried again: {}", target, reason);
            warning = "%s takes no notices since %s: %s".formatted(target, clock.instant(), reason);
        }
    }

    void dropped(String why) {
        listener.dropped(target.name(), 1);
        LOG.warn("a notice for {} was dropped: {}", target, why);
        warning = "a notice for %s was dropped at %s: %s".formatted(target, clock.instant(), why);
    }
}
