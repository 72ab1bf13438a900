package io.pulumiscale.update;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Watches the engine's events of a scoped update: nothing may change but the sizes of its targets. What does is told, so
 * that it stands in the update's record. Also keeps what the engine says went wrong.
 */
final class EventAudit implements Consumer<EngineEvent> {
    private static final Set<OperationType> HARMLESS =
            Set.of(OperationType.SAME, OperationType.READ, OperationType.REFRESH);

    /** The engine's line for an operation that an engine before it has begun, and did not end. */
    private static final Pattern INTERRUPTED = Pattern.compile("\\* (.+), interrupted while (\\w+)");

    private final Map<String, String> sizePropertyByTarget;
    private final Set<String> oddities = new LinkedHashSet<>();
    private final Set<String> errors = new LinkedHashSet<>();

    /** @param sizePropertyByTarget the one property that may change, by the target's URN */
    EventAudit(Map<String, String> sizePropertyByTarget) {
        this.sizePropertyByTarget = Map.copyOf(sizePropertyByTarget);
    }

    @Override
    public synchronized void accept(EngineEvent event) {
        if (event.resourcePreEvent() != null) {
            check(event.resourcePreEvent().metadata());
        }
        if (event.diagnosticEvent() != null) {
            note(event.diagnosticEvent());
        }
    }

    synchronized Optional<String> oddity() {
        return joined(oddities);
    }

    synchronized Optional<String> error() {
        return joined(errors);
    }

    private void check(StepEventMetadata step) {
        if (HARMLESS.contains(step.op())) {
            return;
        }
        String sizeProperty = sizePropertyByTarget.get(step.urn());
        if (sizeProperty == null || step.op() != OperationType.UPDATE) {
            oddities.add("%s of %s, which was not asked for".formatted(step.op(), step.urn()));
        } else {
            changed(step).stream()
                    .filter(property -> !property.equals(sizeProperty))
                    .forEach(property ->
                            oddities.add("changed %s of %s, which was not asked for".formatted(property, step.urn())));
        }
    }

    private static Collection<String> changed(StepEventMetadata step) {
        if (step.detailedDiff() != null && !step.detailedDiff().isEmpty()) {
            return step.detailedDiff().keySet();
        }
        return step.diffs() == null ? Set.of() : step.diffs();
    }

    private void note(DiagnosticEvent diagnostic) {
        if ("warning".equals(diagnostic.severity())) {
            noteInterrupted(ErrorText.readable(diagnostic.message()));
        }
        if ("error".equals(diagnostic.severity())) {
            String text = ErrorText.readable(diagnostic.message());
            if (!text.isEmpty() && !text.equals("update failed")) {
                errors.add(text);
            }
        }
    }

    /** This is their last trace: whatever writes the state next drops the marks of all but creations. */
    private void noteInterrupted(String warning) {
        INTERRUPTED
                .matcher(warning)
                .results()
                .filter(operation -> !sizePropertyByTarget.containsKey(operation.group(1)))
                .forEach(operation -> oddities.add(
                        "%s was interrupted while %s before this update; see how it is, and run `pulumi refresh`"
                                .formatted(operation.group(1), operation.group(2))));
    }

    private static Optional<String> joined(Set<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
    }
}
