package io.pulumiscale.stack;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; nothing was touched. Says all faults at once. The engine shows no stack trace of it. */
public final class InvalidConfiguration extends RunException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidConfiguration(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining("\n", "the configuration has " + count(faults) + ":\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    private static String count(List<Fault> faults) {
        return faults.size() == 1 ? "a fault" : faults.size() + " faults";
    }
}
