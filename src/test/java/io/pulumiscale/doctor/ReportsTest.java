package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Report REPORT = new Report(List.of(
            new Result("engine", new Finding.Fine("Pulumi CLI v3.255.0")),
            new Result("lock", new Finding.Warning("held by ana", "wait")),
            new Result("configuration", new Finding.Failed("2 faults:\n  one\n  two", "mend them")),
            new Result("cluster", new Finding.NotChecked("no pool is on Kubernetes"))));

    @Test
    void peopleGetALineACheckWithWhatToDoAndASum() {
        StringWriter written = new StringWriter();
        TextReport text = new TextReport(new PrintWriter(written));

        REPORT.results().forEach(text::write);
        text.sum(REPORT);

        assertThat(written.toString()).isEqualToNormalizingNewlines("""
                ok           engine           Pulumi CLI v3.255.0
                warning      lock             held by ana
                                              -> wait
                failed       configuration    2 faults:
                                                one
                                                two
                                              -> mend them
                not checked  cluster          no pool is on Kubernetes

                ok: 1, warnings: 1, failed: 1, not checked: 1
                """);
    }

    @Test
    void programsGetAllOfItAsJson() throws Exception {
        JsonNode json = new JsonMapper().readTree(JsonReport.of(REPORT));

        assertThat(json.path("healthy").asBoolean(true)).isFalse();
        assertThat(json.path("checks").findValuesAsText("status"))
                .containsExactly("ok", "warning", "failed", "not checked");
        assertThat(json.at("/checks/1/check").asText()).isEqualTo("lock");
        assertThat(json.at("/checks/1/text").asText()).isEqualTo("held by ana");
        assertThat(json.at("/checks/1/advice").asText()).isEqualTo("wait");
        assertThat(json.at("/checks/0").has("advice")).isFalse();
    }
}
