package io.pulumiscale.local;

import io.pulumiscale.local.ResourceKind.Outputs;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Creates, updates, reads and deletes resources. */
final class Lifecycle {
    private final CloudState state;
    private final OperationLog log;
    private final FaultGate gate;
    private final Ids ids;
    private final Clock clock;

    Lifecycle(CloudState state, OperationLog log, FaultGate gate, Ids ids, Clock clock) {
        this.state = state;
        this.log = log;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /** The new resource; in a preview what is known of it, and an empty id. */
    CloudResource create(Request request) {
        if (request.preview()) {
            var sketch = born(request, request.news(), "", request.kind().outputs());
            return sketch.updated(request.news(), Planned.created(request.news(), sketch.properties()));
        }
        var subject = request.subject(
                OperationKind.CREATE, request.kind().nameIn(request.news()).orElse(null));
        return gate.pass(request.session(), subject, () -> insert(request));
    }

    /** The resource as it is afterwards; in a preview what is known of that. */
    CloudResource update(Request request) {
        var before = existing(request);
        if (request.preview()) {
            return before.updated(request.news(), Planned.updated(merged(request, before), grown(request, before)));
        }
        return gate.pass(request.session(), Subject.of(OperationKind.UPDATE, before), () -> replaceProperties(request));
    }

    /** Deletes; what is gone already is deleted too, as with the real providers. */
    void delete(Request request) {
        state.find(request.key())
                .ifPresent(resource -> gate.pass(
                        request.session(), Subject.of(OperationKind.DELETE, resource), () -> remove(resource)));
    }

    Optional<CloudResource> read(Request request) {
        return state.find(request.key());
    }

    /** Changes a property behind Pulumi's back; what follows from it, such as a status, follows. */
    void drift(CloudResource resource, ResourceKind kind, String path, Object value) {
        synchronized (state) {
            var before = state.find(resource.key()).orElseThrow();
            if (Tree.at(before.properties(), path).isEmpty()) {
                throw new IllegalArgumentException(kind.type() + " " + before.name() + " has no property " + path);
            }
            var changed = Tree.with(before.properties(), path, value);
            var after = before.drifted(path, kind.growth().after(before.properties(), changed));
            state.put(after);
            log.changed(OperationKind.DRIFT, after, Map.of(path, value));
        }
    }

    /** Deletes behind Pulumi's back. */
    void lose(CloudResource resource) {
        synchronized (state) {
            state.remove(resource.key());
            log.changed(OperationKind.DRIFT, resource, Map.of("id", Operation.REMOVED));
        }
    }

    private CloudResource insert(Request request) {
        var kind = request.kind();
        var inputs =
                kind.naming().map(how -> how.completed(request.news(), ids)).orElse(request.news());
        var birth = new Birth(request.session().account(), ids, clock.instant(), request.program(), inputs);
        kind.demand(inputs);
        var resource = born(request, inputs, kind.identity().of(birth), kind.outputs());
        synchronized (state) {
            if (state.isTaken(resource, kind.uniqueNames())) {
                throw new CloudRefusal(kind.duplicate().apply(resource.name()));
            }
            state.put(resource);
            log.changed(OperationKind.CREATE, resource, Map.of());
        }
        return resource;
    }

    private CloudResource born(Request request, Map<String, Object> inputs, String id, Outputs outputs) {
        var birth = new Birth(request.session().account(), ids, clock.instant(), request.program(), inputs);
        return new CloudResource(
                request.urn(),
                request.kind().type(),
                request.session().account().region(),
                request.kind().nameIn(inputs).orElse(id),
                id,
                request.news(),
                request.kind().shown().apply(Tree.over(outputs.of(birth, id), inputs)),
                Set.of());
    }

    private CloudResource replaceProperties(Request request) {
        synchronized (state) {
            var before = existing(request);
            ForeignFields.demandNoConflict(before, request.news());
            var properties = grown(request, before);
            request.kind().demand(properties);
            var after = before.updated(request.news(), properties);
            state.put(after);
            log.changed(OperationKind.UPDATE, after, changes(before, after));
            return after;
        }
    }

    private CloudResource remove(CloudResource resource) {
        synchronized (state) {
            state.remove(resource.key());
            log.changed(OperationKind.DELETE, resource, Map.of());
            return resource;
        }
    }

    private static Map<String, Object> grown(Request request, CloudResource before) {
        var kind = request.kind();
        return kind.shown().apply(kind.growth().after(before.properties(), merged(request, before)));
    }

    private static Map<String, Object> merged(Request request, CloudResource before) {
        var merged = Tree.changed(before.properties(), request.olds(), request.news());
        return ForeignFields.taken(before, request.news(), merged);
    }

    private CloudResource existing(Request request) {
        return state.find(request.key())
                .orElseThrow(() -> new CloudRefusal("ResourceNotFoundException: "
                        + request.kind().type() + " " + request.id() + " does not exist"));
    }

    private static Map<String, Object> changes(CloudResource before, CloudResource after) {
        var changed = new TreeMap<String, Object>();
        Change.between(before.properties(), after.properties())
                .forEach(change -> changed.put(
                        change.path(), Optional.ofNullable(change.to()).orElse(Operation.REMOVED)));
        return changed;
    }
}
