package io.pulumiscale.http;

import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.JournalFull;
import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.ForeignTopic;
import io.pulumiscale.webhook.MalformedPayload;
import io.pulumiscale.webhook.TooManyAlerts;
import io.pulumiscale.webhook.UntrustedMessage;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what is thrown to what a caller sees. */
final class ErrorMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private final RandomGenerator random;

    ErrorMapper(RandomGenerator random) {
        this.random = random;
    }

    Answer answer(Throwable e, String instance) {
        if (e instanceof Refusal refusal) {
            return refusal.answer(instance);
        }
        if (e instanceof MalformedPayload malformed) {
            return logged(Refusal.malformed(malformed.faults()), instance);
        }
        if (e instanceof TooManyAlerts) {
            return logged(Refusal.tooManyAlerts(String.valueOf(e.getMessage())), instance);
        }
        if (e instanceof ForeignTopic || e instanceof UntrustedMessage) {
            return logged(Refusal.forbidden(String.valueOf(e.getMessage())), instance);
        }
        if (e instanceof CannotTellNow) {
            return logged(Refusal.notNow(String.valueOf(e.getMessage())), instance);
        }
        if (e instanceof JournalException) {
            LOG.warn("{}: the journal refused", instance, e);
            return Refusal.notNow("nothing was kept: the journal cannot be reached")
                    .answer(instance);
        }
        if (e instanceof JournalFull) {
            LOG.warn("{} refused: {}", instance, e.getMessage());
            return Refusal.notNow("nothing was kept: " + e.getMessage()).answer(instance);
        }
        return unexpected(e, instance);
    }

    /** An alert that is lost must show on our side too: few look into their senders' logs. */
    private static Answer logged(Refusal refusal, String instance) {
        LOG.warn("{} refused: {}", instance, refusal.getMessage());
        return refusal.answer(instance);
    }

    /** The caller gets an id to quote, the log the rest. */
    private Answer unexpected(Throwable e, String instance) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        LOG.error("{}: error {}", instance, id, e);
        return Answer.problem(
                Problem.of(500, "an error of ours; the log has it as " + id, instance, List.of()), Map.of());
    }
}
