package io.pulumiscale.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What takes several calls to find out. */
public final class Inquiry {
    private static final int LOOKED_BACK = 50;

    private final ScalerClient scaler;

    public Inquiry(ScalerClient scaler) {
        this.scaler = scaler;
    }

    /** A scaler with all that it waits for. */
    public record Whole(Scaler scaler, List<Approval> approvals) {}

    /**
     * A pool with all that is about it.
     *
     * @param scaler that it is of
     * @param entries its last decisions, the newest first
     */
    public record OfPool(Scaler scaler, Pool pool, List<Approval> approvals, List<Entry> entries) {}

    /** {@code GET /pools}, with the {@code approvals} of {@code GET /approvals}. */
    public Answer<Whole> whole() throws InterruptedException {
        Answer<Scaler> all = scaler.scaler();
        Answer<Approval.All> approvals = scaler.approvals();
        ObjectNode json = all.json().deepCopy();
        json.set("approvals", approvals.json().path("approvals"));
        return new Answer<>(json, new Whole(all.value(), approvals.value().approvals()));
    }

    /**
     * The pool of {@code GET /pools}, its {@code approvals}, its {@code decisions} and the scaler's {@code problem}.
     *
     * @throws CallFailed there is no such pool, too
     */
    public Answer<OfPool> ofPool(String name) throws InterruptedException {
        Answer<Whole> whole = whole();
        Pool pool = whole.value()
                .scaler()
                .pool(name)
                .orElseThrow(() ->
                        ScalerClient.unknownPool(name, whole.value().scaler().names()));
        Answer<History> history = scaler.history(new HistoryQuestion(Optional.of(name), Optional.empty(), LOOKED_BACK));
        List<Approval> approvals = whole.value().approvals().stream()
                .filter(it -> it.pool().equals(name))
                .toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("problem", whole.json().path("problem"));
        json.set("pool", named(name, whole.json().path("pools"), "name"));
        json.set("approvals", ofPool(name, whole.json().path("approvals")));
        json.set("decisions", history.json().path("entries"));
        return new Answer<>(
                json,
                new OfPool(
                        whole.value().scaler(), pool, approvals, history.value().entries()));
    }

    private static JsonNode named(String name, JsonNode all, String field) {
        for (JsonNode each : all) {
            if (each.path(field).asText().equals(name)) {
                return each;
            }
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode ofPool(String name, JsonNode all) {
        var some = JsonNodeFactory.instance.arrayNode();
        all.forEach(each -> {
            if (each.path("pool").asText().equals(name)) {
                some.add(each);
            }
        });
        return some;
    }

    /** The same as {@link ScalerClient#history}, but a pool that nobody has heard of is an error. */
    public Answer<History> history(HistoryQuestion question) throws InterruptedException {
        Answer<History> history = scaler.history(question);
        if (history.value().entries().isEmpty() && question.pool().isPresent()) {
            String pool = question.pool().get();
            List<String> names = scaler.scaler().value().names();
            if (!names.contains(pool)) {
                throw ScalerClient.unknownPool(pool, names);
            }
        }
        return history;
    }
}
