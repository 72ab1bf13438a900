package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("min", "max", "initial", "subnetIds", "SubscriptionConfirmation");

    @ParameterizedTest
    @CsvSource({
        "mx, max",
        "mxa, max",
        "MAX, max",
        "intial, initial",
        "subnets, subnetIds",
        "Confirmation, ''",
        "SubscribeConfirmation, SubscriptionConfirmation",
        "colour, ''",
        "'', ''"
    })
    void theNearestKnownWordIsMeantIfOneIsNear(String word, String meant) {
        assertThat(Spelling.closest(word, KNOWN).orElse("")).isEqualTo(meant);
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstByAlphabetIsMeant() {
        assertThat(Spelling.closest("mix", List.of("min", "max"))).contains("max");
        assertThat(Spelling.closest("mix", List.of("max", "min"))).contains("max");
    }

    @Test
    void nobodyMeansAWordOfWhichNotOneLetterStands() {
        assertThat(Spelling.closest("ab", List.of("id"))).isEmpty();
        assertThat(Spelling.closest("", List.of("x"))).isEmpty();
    }

    @Test
    void whatIsUnknownIsAnsweredWithAQuestionOrWithTheWholeList() {
        assertThat(Spelling.unknown("mx", KNOWN)).isEqualTo("unknown, did you mean max?");
        assertThat(Spelling.unknown("colour", List.of("set", "delta"))).isEqualTo("unknown, there is set, delta");
    }

    @Test
    void aVeryLongWordCostsNothing() {
        String word = "x".repeat(50_000_000);
        Assertions.assertTimeout(
                Duration.ofMillis(200),
                () -> assertThat(Spelling.closest(word, KNOWN)).isEmpty());
    }
}
