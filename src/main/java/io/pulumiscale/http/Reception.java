package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.webhook.Ignored;
import io.pulumiscale.webhook.Received;
import io.pulumiscale.webhook.Stray;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands in what was received, and says what became of it. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Backend backend;
    private final UnknownPools unknown;

    Reception(Backend backend, UnknownPools unknown) {
        this.backend = backend;
        this.unknown = unknown;
    }

    /** Refuses while nothing can be taken in; asked before a body is read. */
    void checkReady() {
        if (backend.status().readiness() instanceof Readiness.NotReady notReady) {
            throw Refusal.notNow(notReady.reason());
        }
    }

    /** @throws Refusal the query is not understood */
    CompletionStage<Answer> take(Request request, Received received) {
        return request.flag("dryRun")
                ? CompletableFuture.completedStage(rehearse(received, request.grant()))
                : keep(received).thenApply(appended -> kept(received, appended, request.grant()));
    }

    private Answer rehearse(Received received, Grant grant) {
        List<DryRunView> would = backend.intake().rehearse(received.intents(), received.resolved()).stream()
                .map(DryRunView::of)
                .toList();
        return Answer.ok(new Rehearsed(true, would, ignored(received), limit(grant)));
    }

    private CompletionStage<List<Appended>> keep(Received received) {
        return received.intents().isEmpty() && received.resolved().isEmpty()
                ? CompletableFuture.completedStage(List.of())
                : backend.intake().accept(received.intents(), received.resolved());
    }

    private Answer kept(Received received, List<Appended> appended, Grant grant) {
        List<Taken> accepted = new ArrayList<>();
        List<Taken> duplicates = new ArrayList<>();
        for (int i = 0; i < appended.size(); i++) {
            Appended how = appended.get(i);
            (how instanceof Appended.Duplicate ? duplicates : accepted)
                    .add(Taken.of(how, received.intents().get(i)));
        }
        log(received.ignored(), grant);
        backend.observation()
                .incidents()
                .ignored(received.ignored().size() + received.strays().size());
        received.strays().forEach(this::hear);
        return Answer.accepted(
                new Body(accepted, duplicates, ended(received.resolved()), ignored(received), limit(grant)));
    }

    private static List<Ignored> ignored(Received received) {
        return Stream.concat(
                        received.ignored().stream(), received.strays().stream().map(Stray::ignored))
                .toList();
    }

    /** A warning once a pool: alerts that fire come again and again. */
    private void hear(Stray stray) {
        backend.observation().incidents().unknownPool();
        if (unknown.hear(stray)) {
            LOG.warn("{}: such alerts are ignored; GET /pools counts them", stray.reason());
        }
    }

    private static List<Ended> ended(List<AlertEnd> resolved) {
        return resolved.stream().map(it -> new Ended(it.alert(), it.pool())).toList();
    }

    private static void log(List<Ignored> ignored, Grant grant) {
        if (!ignored.isEmpty()) {
            Ignored first = ignored.get(0);
            LOG.warn(
                    "{} ignored of what came with token {}, the first at {}: {}",
                    ignored.size(),
                    grant.name(),
                    first.at(),
                    first.reason());
        }
    }

    /** Why a pool that is there may be called unknown. */
    private static @Nullable String limit(Grant grant) {
        return grant.pools()
                .map(pools ->
                        "token %s is for %s only".formatted(grant.name(), String.join(", ", new TreeSet<>(pools))))
                .orElse(null);
    }

    private record Body(
            List<Taken> accepted,
            List<Taken> duplicates,
            List<Ended> resolved,
            List<Ignored> ignored,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String limit) {}

    private record Rehearsed(
            boolean dryRun,
            List<DryRunView> decisions,
            List<Ignored> ignored,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String limit) {}

    private record Ended(String alert, String pool) {}

    private record Taken(String intent, String pool, String change) {
        static Taken of(Appended appended, ScalingIntent intent) {
            return new Taken(
                    appended.id().value(), intent.pool(), intent.change().text());
        }
    }
}
