package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Resize GROWN = new Resize("web", 3, 5, "HighCPU firing, +2", List.of(new IntentId("a")));
    private static final Resize SHRUNK = new Resize("api", 4, 2, "by hand, =2", List.of());

    @Test
    void aResizeToTheSameSizeIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resize("web", 3, 3, "", List.of()))
                .withMessage("web: 3→3 is no resize");
    }

    @Test
    void theStacksHistorySaysEveryResizeAndWhy() {
        Update update = Update.planned(1, List.of(GROWN, SHRUNK), Samples.NOW);
        assertThat(update.message()).isEqualTo("web 3→5: HighCPU firing, +2; api 4→2: by hand, =2");
    }

    @Test
    void aMessageOfManyPoolsIsCutToWhatACommandLineBears() {
        Update update = Update.planned(1, Collections.nCopies(1_000, GROWN), Samples.NOW);
        assertThat(update.message())
                .hasSizeLessThan(4_100)
                .startsWith(GROWN.message() + "; ")
                .endsWith("... (1000 pools)");
    }

    @Test
    void aDecisionKeepsItsOwnListOfIntents() {
        List<IntentId> intents = new ArrayList<>(List.of(new IntentId("a")));
        Resize resize = new Resize("web", 1, 2, "", intents);
        Hold hold = new Hold("web", 1, "", intents);
        intents.clear();
        assertThat(resize.intents()).hasSize(1);
        assertThat(hold.intents()).hasSize(1);
    }

    @Test
    void anUpdateLivesFromPendingOverRunningToItsEnd() {
        Update planned = Update.planned(1, List.of(GROWN), Samples.NOW);
        assertThat(planned.status()).isEqualTo(UpdateStatus.PENDING);
        assertThat(planned.running(Samples.NOW).status()).isEqualTo(UpdateStatus.RUNNING);

        Update ended = planned.running(Samples.NOW)
                .attempted(3)
                .ended(UpdateStatus.FAILED, Optional.of("no subnet"), Samples.NOW.plusSeconds(2));
        assertThat(ended)
                .isEqualTo(new Update(
                        1,
                        List.of(GROWN),
                        UpdateStatus.FAILED,
                        new Execution(3, Optional.of(Samples.NOW), Optional.empty(), Optional.empty()),
                        Optional.of("no subnet"),
                        Samples.NOW,
                        Optional.of(Samples.NOW.plusSeconds(2))));
    }

    @Test
    void onlyWhatIsNeitherPendingNorRunningHasEnded() {
        assertThat(UpdateStatus.values())
                .filteredOn(status -> !status.ended())
                .containsExactly(UpdateStatus.PENDING, UpdateStatus.RUNNING);
    }
}
