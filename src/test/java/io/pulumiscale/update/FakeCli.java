package io.pulumiscale.update;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs a shell script in place of each command but {@code version}. */
final class FakeCli implements EngineLauncher {
    String version = "v3.255.0";
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private volatile String script = "exit 0";
    private volatile EngineCall last = EngineCall.of();
    private volatile boolean begun;

    void script(String text) {
        script = text;
    }

    EngineCall last() {
        return last;
    }

    void said(String line) {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    Process process() {
        return started.get(started.size() - 1);
    }

    @Override
    public Process start(EngineCall call) throws IOException {
        boolean asked = Objects.equals(call.command(), List.of("pulumi", "version"));
        last = call;
        Process process = new ProcessBuilder("sh", "-c", asked ? "echo '" + version + "'" : script).start();
        started.add(process);
        return process;
    }

    void killWhatIsLeft() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
