package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The program itself is tried on the real engine. */
class MandatedTest {

    @Test
    void withTheMandateItGoesOn() {
        Mandated mandated = new Mandated(Mandate.forEver());
        assertThatCode(mandated::check).doesNotThrowAnyException();
        assertThat(mandated.outcome()).isEmpty();
    }

    @Test
    void withoutItTheProgramEndsAndItsIntentsAreDecidedAgain() {
        Mandated mandated = new Mandated(() -> Optional.of("another scaler has taken over"));
        assertThat(mandated.outcome()).as("before it is asked").isEmpty();
        assertThatThrownBy(mandated::check)
                .isInstanceOf(RunException.class)
                .hasMessage("another scaler has taken over");
        assertThat(mandated.outcome()).contains(new Outcome.Interrupted("another scaler has taken over"));
    }
}
