package io.pulumiscale.http;

import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.webhook.PauseAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /pools/{pool}/pause} and {@code /resume}: a person's word that alerts and schedules leave it alone. */
final class PauseEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(PauseEndpoints.class);

    private final Backend backend;
    private final PauseAdapter adapter = new PauseAdapter();

    PauseEndpoints(Backend backend) {
        this.backend = backend;
    }

    Answer pause(Request request) {
        String pool = pool(request);
        PauseAdapter.Word word = word(request);
        backend.intake().pause(pool, word.directions(), word.reason(), word.by());
        LOG.info("{} paused: {}{}{}", pool, word.directions(), said(", by ", word.by()), said(": ", word.reason()));
        return paused(pool);
    }

    Answer resume(Request request) {
        String pool = pool(request);
        PauseAdapter.Word word = word(request);
        backend.intake().resume(pool, word.directions());
        LOG.info("{} resumed: {}{}{}", pool, word.directions(), said(", by ", word.by()), said(": ", word.reason()));
        return paused(pool);
    }

    private String pool(Request request) {
        request.takesNoQueryBut();
        PoolCatalog pools = request.grant().narrow(backend.catalog().get());
        String pool = request.variable("pool");
        if (pools.find(pool).isEmpty()) {
            throw Refusal.unknownPool(pools.byName().keySet());
        }
        return pool;
    }

    private PauseAdapter.Word word(Request request) {
        byte[] body = request.body();
        if (body.length > 0) {
            MediaTypes.JSON.check(request);
        }
        PauseAdapter.Word word = adapter.read(body);
        return request.signature().map(token -> word.signed("token " + token)).orElse(word);
    }

    private static String said(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    /** What the configuration pauses stays paused whatever anybody says here. */
    private Answer paused(String pool) {
        PoolStatus now =
                backend.status().pool(pool).orElseThrow(() -> Refusal.notFound("the pool is no longer configured"));
        return Answer.ok(new View(pool, PauseView.of(now)));
    }

    private record View(String pool, PauseView paused) {}
}
