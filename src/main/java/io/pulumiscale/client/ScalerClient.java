package io.pulumiscale.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulumiscale.model.Spelling;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Talks to a running scaler. Every method may throw {@link CallFailed}. */
public final class ScalerClient {
    private final Wire wire;

    /** @throws CallFailed no certificates can be read from where the address says */
    public ScalerClient(Address address) {
        this.wire = new Wire(address);
    }

    public Answer<Scaler> scaler() throws InterruptedException {
        return wire.get("/pools", Scaler.class);
    }

    public Answer<Pool> pool(String name) throws InterruptedException {
        return ofPool(name, () -> wire.get("/pools/" + segment(name), Pool.class));
    }

    /** As many pages as it takes. */
    public Answer<History> history(HistoryQuestion question) throws InterruptedException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<Entry> entries = new ArrayList<>();
        OptionalLong before = OptionalLong.empty();
        Long next;
        do {
            Answer<History> page = wire.get(question.path(question.limit() - entries.size(), before), History.class);
            page.json().path("entries").forEach(all::add);
            entries.addAll(page.value().entries());
            next = page.value().next();
            before = next == null ? OptionalLong.empty() : OptionalLong.of(next);
        } while (before.isPresent() && entries.size() < question.limit());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entries", all);
        json.put("next", next);
        return new Answer<>(json, new History(entries, next));
    }

    public Answer<Story> story(String intent) throws InterruptedException {
        return wire.get("/intents/" + segment(intent), Story.class);
    }

    public Answer<Approval.All> approvals() throws InterruptedException {
        return wire.get("/approvals", Approval.All.class);
    }

    public Answer<Approval> approve(long id) throws InterruptedException {
        return wire.post("/approvals/" + id, Optional.empty(), Optional.empty(), Approval.class);
    }

    public Answer<Approval> decline(long id, DeclineWord word) throws InterruptedException {
        return wire.post("/approvals/%d/decline".formatted(id), Optional.of(word), Optional.empty(), Approval.class);
    }

    public Answer<PausedPool> pause(String pool, PauseWord word) throws InterruptedException {
        return ofPool(
                pool, () -> wire.post(path(pool, "pause"), Optional.of(word), Optional.empty(), PausedPool.class));
    }

    public Answer<PausedPool> resume(String pool, PauseWord word) throws InterruptedException {
        return ofPool(
                pool, () -> wire.post(path(pool, "resume"), Optional.of(word), Optional.empty(), PausedPool.class));
    }

    public Answer<Receipt> scale(Wish wish) throws InterruptedException {
        return ofPool(
                wish.pool(),
                () -> wire.post(
                        "/scale/" + segment(wish.pool()),
                        Optional.of(wish.body()),
                        Optional.of(wish.key()),
                        Receipt.class));
    }

    public Answer<Rehearsal> rehearse(Wish wish) throws InterruptedException {
        return ofPool(
                wish.pool(),
                () -> wire.post(
                        "/scale/" + segment(wish.pool()) + "?dryRun=true",
                        Optional.of(wish.body()),
                        Optional.of(wish.key()),
                        Rehearsal.class));
    }

    EventStream events() throws InterruptedException {
        return EventStream.of(wire.stream("/events"));
    }

    private interface Call<T> {
        Answer<T> make() throws InterruptedException;
    }

    private <T> Answer<T> ofPool(String pool, Call<T> call) throws InterruptedException {
        try {
            return call.make();
        } catch (CallFailed e) {
            throw e.notFound() ? unknownPool(pool, e) : e;
        }
    }

    private CallFailed unknownPool(String pool, CallFailed failed) throws InterruptedException {
        try {
            List<String> names = scaler().value().names();
            return names.contains(pool) || names.isEmpty() ? failed : unknownPool(pool, names);
        } catch (CallFailed e) {
            return failed; // who may not read is told what the scaler said
        }
    }

    static CallFailed unknownPool(String pool, List<String> names) {
        String meant = Spelling.closest(pool, names)
                .map(it -> " did you mean %s?".formatted(it))
                .orElse("");
        return CallFailed.refused(
                "there is no pool %s;%s there are %s".formatted(pool, meant, String.join(", ", names)));
    }

    private static String path(String pool, String word) {
        return "/pools/%s/%s".formatted(segment(pool), word);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
