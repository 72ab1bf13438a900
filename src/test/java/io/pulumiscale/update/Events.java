package io.pulumiscale.update;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.DiffKind;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.PreludeEvent;
import com.pulumi.automation.events.PropertyDiff;
import com.pulumi.automation.events.ResourceOperationFailedEvent;
import com.pulumi.automation.events.ResourceOutputsEvent;
import com.pulumi.automation.events.ResourcePreEvent;
import com.pulumi.automation.events.StepEventMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as the engine sends them. */
final class Events {
    private Events() {}

    /** With a detailed diff, as a provider gives it. */
    static EngineEvent step(OperationType operation, String urn, String... changed) {
        Map<String, PropertyDiff> diff = Arrays.stream(changed)
                .collect(Collectors.toMap(Function.identity(), name -> new PropertyDiff(DiffKind.UPDATE, false)));
        return step(operation, urn, List.of(), diff);
    }

    /** Of a provider that names properties only. */
    static EngineEvent plainStep(OperationType operation, String urn, String... changed) {
        return step(operation, urn, List.of(changed), null);
    }

    static EngineEvent diagnostic(String severity, String message) {
        return event(new DiagnosticEvent("", "", message, "never", severity, "", false), null);
    }

    static EngineEvent prelude() {
        return new EngineEvent(1, 1, null, null, null, new PreludeEvent(Map.of()), null, null, null, null, null);
    }

    static EngineEvent outputs(OperationType operation, String urn) {
        ResourceOutputsEvent outputs = new ResourceOutputsEvent(metadata(operation, urn), false);
        return new EngineEvent(1, 1, null, null, null, null, null, null, outputs, null, null);
    }

    static EngineEvent failed(OperationType operation, String urn) {
        ResourceOperationFailedEvent failed = new ResourceOperationFailedEvent(metadata(operation, urn), 1, 1);
        return new EngineEvent(1, 1, null, null, null, null, null, null, null, failed, null);
    }

    private static StepEventMetadata metadata(OperationType operation, String urn) {
        return new StepEventMetadata(operation, urn, "", null, null, List.of(), List.of(), null, true, "");
    }

    private static EngineEvent step(
            OperationType operation, String urn, List<String> diffs, @Nullable Map<String, PropertyDiff> detailed) {
        return event(
                null,
                new ResourcePreEvent(
                        new StepEventMetadata(operation, urn, "", null, null, List.of(), diffs, detailed, true, ""),
                        false));
    }

    private static EngineEvent event(@Nullable DiagnosticEvent diagnostic, @Nullable ResourcePreEvent step) {
        return new EngineEvent(1, 1, null, null, diagnostic, null, null, step, null, null, null);
    }
}
