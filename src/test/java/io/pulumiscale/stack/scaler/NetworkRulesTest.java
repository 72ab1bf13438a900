package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkRulesTest {

    @Test
    void everyServerOfAJournalIsOnAPort() {
        assertThat(NetworkRules.ports("jdbc:postgresql://db/journal")).isEqualTo(List.of(5432));
        assertThat(NetworkRules.ports("jdbc:postgresql://one:6000,two/journal?ssl=true"))
                .isEqualTo(List.of(6000, 5432));
        assertThat(NetworkRules.ports("jdbc:postgresql://[::1]:6001/journal")).isEqualTo(List.of(6001));
    }
}
