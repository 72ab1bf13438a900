package io.pulumiscale.http;

import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.webhook.PauseAdapter;
import java.io.IOException;
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

    Answer pause(Request request) throws IOException {
        String pool = pool(request);
        PauseAdapter.Word word = word(request);
        backend.intake().pause(pool, word.directions(), word.reason(), word.by());
        LOG.info("{} paused: {}{}{}", pool, word.directions(), said(", by ", word.by()), said(": ", word.reason()));
        return paused(pool);
    }

    Answer resume(Request request) throws IOException {
        String pool = pool(request);
        PauseAdapter.Word word = word(request);
        backend.intake().resume(pool, word.directions());
        LOG.info("{} resumed: {}{}{}", pool, word.directions(), said(", by ", word.by()), said(": ", word.reason()));
        return paused(pool);
    }

    private String pool(Request request) {
        request.takesNoQueryBut();
        var pools = backend.catalog().get().byName().keySet();
        String pool = request.variable("pool");
        if (!pools.contains(pool) || !request.sees(pool)) {
            throw Refusal.unknownPool(pools.stream().filter(request::sees).toList());
        }
        return pool;
    }

    private PauseAdapter.Word word(Request request) throws IOException {
        byte[] body = request.body();
        if (body.length > 0) {
            MediaTypes.JSON.check(request);
        }
        return adapter.read(body);
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
