package io.pulumiscale.update;

import static io.pulumiscale.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.pulumi.automation.OperationType;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineProgressTest {
    private static final String WEB = "urn:pulumi:dev::p::aws:autoscaling/group:Group::web";
    private static final Update UPDATE = Update.planned(7, List.of(new Resize("web", 3, 5, "High", List.of())), NOW);

    private final List<UpdateProgress> told = new ArrayList<>();
    private final EngineProgress progress = new EngineProgress(UPDATE, Map.of(WEB, "web"), told::add);

    @Test
    void thePreludeSaysThatTheLockIsTakenAndTheStepsHowFarEachPoolIs() {
        progress.accept(Events.prelude());
        progress.accept(Events.step(OperationType.UPDATE, WEB, "desiredCapacity"));
        progress.accept(Events.outputs(OperationType.UPDATE, WEB));
        assertThat(told)
                .containsExactly(
                        new UpdateProgress.Begun(7),
                        new UpdateProgress.Resizing(7, "web"),
                        new UpdateProgress.Resized(7, "web"));
    }

    @Test
    void aStepThatFailsIsTold() {
        progress.accept(Events.failed(OperationType.UPDATE, WEB));
        assertThat(told).containsExactly(new UpdateProgress.NotResized(7, "web"));
    }

    @Test
    void whatIsNoResizeIsNotTold() {
        progress.accept(Events.step(OperationType.SAME, WEB));
        progress.accept(Events.outputs(OperationType.SAME, WEB));
        progress.accept(Events.step(OperationType.UPDATE, WEB + "2", "tags"));
        progress.accept(Events.diagnostic("error", "update failed"));
        assertThat(told).isEmpty();
    }

    @Test
    void whoseLockIsWaitedForIsTold() {
        progress.waiting("waiting for the lock of ana");
        assertThat(told).containsExactly(new UpdateProgress.Waiting(7, "waiting for the lock of ana"));
    }

    @Test
    void aListenerThatFailsDoesNotEndTheUpdate() {
        EngineProgress broken = new EngineProgress(UPDATE, Map.of(WEB, "web"), it -> {
            throw new IllegalStateException("nobody listens");
        });
        assertThatCode(() -> broken.accept(Events.prelude())).doesNotThrowAnyException();
    }
}
