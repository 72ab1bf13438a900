package io.pulumiscale.doctor;

import java.util.function.Supplier;

/** Takes the stack's lock and lets go of it: by a refresh of the stack's root alone, which has nothing to refresh. */
final class LockTaking implements Supplier<Finding> {
    private final Engine engine;
    private final String project;
    private final String stack;

    LockTaking(Engine engine, String project, String stack) {
        this.engine = engine;
        this.project = project;
        this.stack = stack;
    }

    @Override
    public Finding get() {
        String name = stack.substring(stack.lastIndexOf('/') + 1);
        String root = "urn:pulumi:%s::%s::pulumi:pulumi:Stack::%s-%s".formatted(name, project, project, name);
        try {
            engine.ask(
                    "refresh",
                    "--yes",
                    "--skip-preview",
                    "--stack",
                    stack,
                    "--target",
                    root,
                    "--message",
                    "pulumiscale doctor takes the lock and lets go of it");
            return new Finding.Fine("taken and let go of");
        } catch (Engine.NotDone e) {
            return e.said().contains("no resource named") // it was looked for under the lock
                    ? new Finding.Fine("taken and let go of")
                    : new Finding.Failed(e.said(), "see who holds it; this user must be able to write to the backend");
        }
    }
}
