package io.pulumiscale.cli;

import java.nio.file.Path;
import java.util.List;

/** What the commands do. Each returns the exit code, or throws {@link CommandFailed} with one and a message. */
public interface Actions {

    /** Scales until the process is told to end. */
    int serve(ServeOptions options);

    /** Shows the whole of it on the embedded cloud. */
    int demo(DemoOptions options);

    /**
     * Runs the embedded cloud, and a command against it.
     *
     * @param command empty: until the process is told to end
     */
    int local(Path folder, List<String> command);

    /** Checks the configuration of a stack without touching anything. */
    int validate(Path folder, String stack);

    /** Prints the JSON Schema of a stack's configuration. */
    int schema();

    /** Replays what was recorded. */
    int simulate(SimulateOptions options);

    /** Looks at everything that {@link #serve} needs. */
    int doctor(DoctorOptions options);
}
