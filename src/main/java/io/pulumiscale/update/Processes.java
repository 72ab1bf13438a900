package io.pulumiscale.update;

import java.time.Instant;
import java.util.Optional;

/** The processes of this machine. */
interface Processes {

    /** When the process with this id began, if there is one now. */
    Optional<Instant> begun(long pid);

    /** One that does not say when it began has been there for ever. */
    static Processes local() {
        return pid -> ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(Instant.MIN));
    }
}
