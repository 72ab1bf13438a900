package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {
    private static final String CRASH = """
            <{%fg 1%}>Running program [PID: 4711](java -Dtoken=hunter2 -cp a.jar:b (1).jar io.x.Main
            serve) failed with an unhandled exception:
            java.lang.IllegalStateException: no subnet is left
              in us-east-1a (at least one is needed)
            \tat io.x.App.lambda$stack$0(App.java:17)
            \tat java.base/java.lang.Thread.run(Native Method)
            Caused by: java.io.IOException: broken pipe
            \tat io.x.App.<init>(App.java:3)
            \t... 12 more
            <{%reset%}>""";

    @Test
    void ofACrashedProgramTheMessageLinesAreLeft() {
        assertThat(ErrorText.readable(CRASH)).isEqualTo("""
                java.lang.IllegalStateException: no subnet is left
                  in us-east-1a (at least one is needed)""");
    }

    @Test
    void theCommandLineIsNeverKept() {
        assertThat(ErrorText.readable("stderr: error: " + CRASH.replace("\n", "\n    ")))
                .contains("no subnet is left")
                .doesNotContain("hunter2", "a.jar", "serve", "PID");
    }

    @Test
    void otherErrorsStayAsTheyAre() {
        String provider = "updating urn:x: 1 error occurred:\n  at least 2 zones (of 3) are needed";
        assertThat(ErrorText.readable(provider)).isEqualTo(provider);
    }
}
