package io.pulumiscale.webhook;

import java.util.List;
import java.util.stream.Collectors;

/** The delivery cannot be understood; nothing of it was used, and sending it again would not help. */
public final class MalformedPayload extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOLD = 50;

    private final transient List<Fault> faults;

    public MalformedPayload(List<Fault> faults) {
        super(faults.stream().limit(TOLD).map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = faults.stream().limit(TOLD).toList();
    }

    static MalformedPayload at(String at, String problem) {
        return new MalformedPayload(List.of(new Fault(at, problem)));
    }

    /** What is wrong and where: at least one, the first 50 of many. */
    public List<Fault> faults() {
        return faults;
    }
}
