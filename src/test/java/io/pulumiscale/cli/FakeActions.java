package io.pulumiscale.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Remembers what was asked for, as a list of the arguments. */
final class FakeActions implements Actions {
    final List<Object> asked = new ArrayList<>();
    IntSupplier outcome = () -> 0;

    @Override
    public int serve(ServeOptions options) {
        return did(options);
    }

    @Override
    public int demo(DemoOptions options) {
        return did(options);
    }

    @Override
    public int local(Path folder, List<String> command) {
        return did(List.of("local", folder, command));
    }

    @Override
    public int validate(Path folder, String stack) {
        return did(List.of("validate", folder, stack));
    }

    @Override
    public int schema() {
        return did("schema");
    }

    @Override
    public int simulate(SimulateOptions options) {
        return did(options);
    }

    @Override
    public int doctor(DoctorOptions options) {
        return did(options);
    }

    private int did(Object what) {
        asked.add(what);
        return outcome.getAsInt();
    }
}
