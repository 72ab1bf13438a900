package io.pulumiscale.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The record of operations, in memory and in a file that only grows. */
final class OperationLog implements AutoCloseable {
    private final Clock clock;
    private final JsonLines<Operation> file;
    private final List<Operation> operations;

    OperationLog(Path path, Clock clock) throws IOException {
        this.clock = clock;
        this.file = new JsonLines<>(path, Operation.class);
        this.operations = new ArrayList<>(file.read());
    }

    void changed(OperationKind kind, CloudResource resource, Map<String, Object> changed) {
        add(kind, resource.type(), resource.name(), resource.id(), changed, "");
    }

    void failed(Subject subject, String detail) {
        add(OperationKind.FAILED, subject.type(), subject.name(), "", Map.of(), detail);
    }

    void throttled(Subject subject) {
        add(OperationKind.THROTTLED, subject.type(), subject.name(), "", Map.of(), "");
    }

    synchronized List<Operation> all() {
        return List.copyOf(operations);
    }

    private synchronized void add(
            OperationKind kind, String type, String name, String id, Map<String, Object> changed, String detail) {
        var operation = new Operation(operations.size() + 1L, clock.instant(), kind, type, name, id, changed, detail);
        file.append(operation);
        operations.add(operation);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
