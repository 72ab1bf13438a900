package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackUnreachableTest {

    @Test
    void theCliIsQuotedWithoutItsEmptyStreamsAndTheWayOutIsNamed() {
        Throwable cli = new IllegalStateException("code: 6\nstdout: \nstderr: error: no stack named 'prod' found\n\n");

        assertThat(new StackUnreachable("cannot open stack prod", cli))
                .hasMessage("cannot open stack prod: no stack named 'prod' found"
                        + " (--stack names another, `pulumi stack init` makes one)");
    }

    @Test
    void whatHasNoErrorLineIsQuotedWhole() {
        assertThat(new StackUnreachable("cannot open stack prod", new IllegalStateException("the disk is gone\n")))
                .hasMessage("cannot open stack prod: the disk is gone");
    }

    @Test
    void aSidecarThatAKilledEngineHasTornIsNamed() {
        Throwable cli = new IllegalStateException("code: 255\nstderr: error: failed to load checkpoint: EOF\n");

        assertThat(new StackUnreachable("cannot open stack dev", cli))
                .hasMessageStartingWith("cannot open stack dev: failed to load checkpoint: EOF (")
                .hasMessageContaining("delete the empty STACK.json.attrs");
    }
}
