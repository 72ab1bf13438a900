package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Journals;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOpeningTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotNeededAfterAllIsFreeForOthers() {
        JournalOpening.begin(this::journal).undo();

        try (Journal next = JournalOpening.begin(this::journal).opened()) {
            assertThat(next).isNotNull(); // a file has one user
        }
    }

    @Test
    void whyItCannotBeOpenedIsToldAsItIs() {
        try (Journal first = journal()) {
            JournalOpening second = JournalOpening.begin(this::journal);

            assertThat(first).isNotNull();
            assertThatThrownBy(second::opened)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another scaler uses the journal");
            assertThatCode(second::undo).doesNotThrowAnyException();
        }
    }

    private Journal journal() {
        return Journals.open(folder.resolve("journal.db").toString(), Map.of(), Clock.systemUTC());
    }
}
