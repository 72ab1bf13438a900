package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventAuditTest {
    private static final String TARGET = "urn:pulumi:dev::p::pool$aws:autoscaling/group:Group::web";
    private static final String OTHER = "urn:pulumi:dev::p::pool$aws:autoscaling/group:Group::api";

    private final EventAudit audit = new EventAudit(Map.of(TARGET, "desiredCapacity"));

    @Test
    void aChangedSizeOfATargetIsWhatWasAskedFor() {
        audit.accept(Events.step(OperationType.UPDATE, TARGET, "desiredCapacity"));
        audit.accept(Events.plainStep(OperationType.UPDATE, TARGET, "desiredCapacity"));
        assertThat(audit.oddity()).isEmpty();
    }

    @Test
    void whatStaysIsNoOddityWhoeverItIs() {
        audit.accept(Events.step(OperationType.SAME, OTHER));
        audit.accept(Events.step(OperationType.READ, OTHER));
        audit.accept(Events.step(OperationType.REFRESH, OTHER));
        assertThat(audit.oddity()).isEmpty();
    }

    @Test
    void anOperationOutsideTheTargetsIsAnOddity() {
        audit.accept(Events.step(OperationType.UPDATE, OTHER, "desiredCapacity"));
        assertThat(audit.oddity()).contains("UPDATE of " + OTHER + ", which was not asked for");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SAME", "READ", "REFRESH", "UPDATE"})
    void aTargetMayBeUpdatedAndNothingElse(OperationType operation) {
        audit.accept(Events.step(operation, TARGET, "desiredCapacity"));
        assertThat(audit.oddity()).contains(operation + " of " + TARGET + ", which was not asked for");
    }

    @Test
    void anotherPropertyOfATargetIsAnOddity() {
        audit.accept(Events.step(OperationType.UPDATE, TARGET, "desiredCapacity", "maxSize"));
        assertThat(audit.oddity()).contains("changed maxSize of " + TARGET + ", which was not asked for");
    }

    @Test
    void ofAProviderThatNamesPropertiesOnlyTheseCount() {
        audit.accept(Events.plainStep(OperationType.UPDATE, TARGET, "tags"));
        assertThat(audit.oddity()).contains("changed tags of " + TARGET + ", which was not asked for");
    }

    @Test
    void everyOddityIsToldOnceInTheOrderOfEvents() {
        audit.accept(Events.step(OperationType.DELETE, OTHER));
        audit.accept(Events.step(OperationType.DELETE, OTHER));
        audit.accept(Events.step(OperationType.UPDATE, TARGET, "maxSize"));
        assertThat(audit.oddity())
                .contains("DELETE of " + OTHER + ", which was not asked for; changed maxSize of " + TARGET
                        + ", which was not asked for");
    }

    @Test
    void errorsAreCollectedAndSummariesAreNot() {
        audit.accept(Events.diagnostic("error", "<{%fg 1%}>no such subnet<{%reset%}>\n"));
        audit.accept(Events.diagnostic("warning", "deprecated"));
        audit.accept(Events.diagnostic("error", "throttled"));
        audit.accept(Events.diagnostic("error", "update failed"));
        assertThat(audit.error()).contains("no such subnet; throttled");
        assertThat(audit.oddity()).isEmpty();
    }

    @Test
    void whatAnEngineBeforeHasLeftPendingIsToldUnlessItIsWhatIsBeingUpdated() {
        audit.accept(Events.diagnostic("warning", """
                <{%reset%}>Attempting to deploy or update resources with 2 pending operations from previous deployment.
                  * TARGET, interrupted while updating
                  * OTHER, interrupted while creating
                These resources are in an unknown state because the Pulumi CLI was interrupted.
                """.replace("TARGET", TARGET).replace("OTHER", OTHER)));
        assertThat(audit.oddity())
                .contains(OTHER + " was interrupted while creating before this update; see how it is, and run"
                        + " `pulumi refresh`");
    }

    @Test
    void withoutErrorsThereIsNone() {
        audit.accept(Events.diagnostic("info", "fine"));
        assertThat(audit.error()).isEmpty();
    }

    @Test
    void ofACrashedProgramNeitherCommandLineNorStackIsKept() {
        audit.accept(Events.diagnostic("error", """
                Running program [PID: 1](java -jar x.jar) failed with an unhandled exception:
                java.lang.RuntimeException: boom
                \tat x.Y.z(Y.java:1)
                """));
        assertThat(audit.error()).contains("java.lang.RuntimeException: boom");
    }
}
