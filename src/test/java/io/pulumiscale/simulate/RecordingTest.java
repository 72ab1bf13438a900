package io.pulumiscale.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Samples;
import io.pulumiscale.simulate.Occurrence.Asked;
import io.pulumiscale.simulate.Occurrence.Ends;
import io.pulumiscale.simulate.Occurrence.Fires;
import io.pulumiscale.simulate.Occurrence.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    private static final PoolCatalog CATALOG =
            PoolCatalog.of(List.of(Samples.pool("web", 1, 8), Samples.pool("batch", 0, 3)));
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void metricsHaveAColumnForEachPoolAndGaps() throws IOException {
        assertThat(read("""
                time,web,batch
                2026-11-25T12:00:00Z,70.5,
                1795608060,.5e2,0

                "2026-11-25 12:02:00","-1","3"
                """))
                .containsExactly(
                        new Measured(NOON, "web", 70.5),
                        new Measured(NOON.plusSeconds(60), "web", 50),
                        new Measured(NOON.plusSeconds(60), "batch", 0),
                        new Measured(NOON.plusSeconds(120), "web", -1),
                        new Measured(NOON.plusSeconds(120), "batch", 3));
    }

    @Test
    void alertsAreAnObjectALine() throws IOException {
        assertThat(read("""
                {"time": "2026-11-25T13:00:00+01:00", "pool": "web", "alert": "A", "status": "firing", "action": "percent", "value": -25}
                {"time": 1795608000000, "pool": "web", "alert": "B", "status": "firing", "action": "scaleOut"}
                {"time": 1795608001, "pool": "web", "alert": "A", "status": "resolved"}
                {"time": 1795608002, "pool": "batch", "status": "requested", "action": "set", "value": 3, "reason": "tonight"}
                """))
                .containsExactly(
                        new Fires(NOON, "web", "A", new Change.Percent(-25)),
                        new Fires(NOON, "web", "B", new Change.Delta(2)),
                        new Ends(NOON.plusSeconds(1), "web", "A"),
                        new Asked(NOON.plusSeconds(2), "batch", new Change.SetTo(3), Optional.of("tonight")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web,time~1,2                       | r:1:1: the first line names the columns: time, and pools, such as time,web",
                "time,wbe~1,2                       | r:1:6: the pool wbe is unknown, did you mean web?",
                "time,web,web~1,2,3                 | r:1:10: the pool web is there twice",
                "time,web~1,2~2                     | r:3:1: 1 columns, and the first line has 2",
                "time,web~noon,2                    | r:2:1: noon is no time such as 2026-11-25T12:00:00Z or 1795608000",
                "time,web~2,2~1,2                   | r:3:1: 1970-01-01T00:00:01Z is before the line above: sort the lines by time",
                "time,web,batch~10,2,x3             | r:2:6: x3 is no number",
                "time,web~1,1e999                   | r:2:3: 1e999 is no number",
                "time,web~1,NaN                     | r:2:3: NaN is no number"
            })
    void whatIsWrongWithMetricsIsNamedWithItsPlace(String text, String problem) {
        assertThatThrownBy(() -> read(text.replace('~', '\n')))
                .isInstanceOf(BadInput.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"time\":1,\"pool\":\"wbe\",\"alert\":\"A\",\"status\":\"firing\"}           | r:1:11: wbe is unknown, did you mean web?",
                "{\"time\":1,\"pool\":\"web\",\"alert\":\"A\",\"status\":\"fired\"}            | r:1:36: fired is unknown, there is firing, resolved, requested",
                "{\"time\":1,\"pool\":\"web\",\"alert\":\"A\",\"status\":\"firing\"}           | r:1:1: action is missing, or no text",
                "{\"time\":1,\"pool\":\"web\",\"alrt\":\"A\"}                                  | r:1:24: alrt is unknown, did you mean alert?",
                "{\"time\":1,\"pool\":\"web\",\"status\":\"requested\",\"action\":\"set\",\"value\":-1} | r:1:60: set needs a whole number, at least 0",
                "{\"time\":1,\"pool\":\"web\",\"status\":\"requested\",\"action\":\"delta\",\"value\":1.5} | r:1:62: delta needs a whole number",
                "{\"time\":\"x\",\"pool\":\"web\"}                                             | r:1:2: x is no time such as 2026-11-25T12:00:00Z"
            })
    void whatIsWrongWithAlertsIsNamedWithItsPlace(String text, String problem) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"time\": 1,,}", "{} {}", "{\"time\": 1, \"time\": 2}", "{]"})
    void whatIsNoJsonIsNamedWithItsPlace(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessageMatching("(?s)r:1:\\d+: .*");
    }

    @Test
    void whatIsNotThereOrEmptyOrNoTextIsRefused() throws IOException {
        assertThatThrownBy(() -> Recording.read(folder.resolve("none"), CATALOG))
                .hasMessageStartingWith("none: cannot be read");
        assertThatThrownBy(() -> read("")).hasMessage("r: there is nothing to replay in it");
        assertThatThrownBy(() -> read("time,web\n")).hasMessage("r: there is nothing to replay in it");
        Files.write(folder.resolve("r"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> Recording.read(folder.resolve("r"), CATALOG)).hasMessage("r: is no text in UTF-8");
    }

    @Property(tries = 300)
    void whateverStandsInAFileItIsReadOrRefused(@ForAll String text) throws IOException {
        Path file = Files.createTempFile("recording", ".csv");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertThat(Recording.read(file, CATALOG)).isNotEmpty();
        } catch (BadInput e) {
            assertThat(e).hasMessageStartingWith(String.valueOf(file.getFileName()));
        } finally {
            Files.delete(file);
        }
    }

    private List<Occurrence> read(String text) throws IOException {
        Path file = folder.resolve("r");
        Files.writeString(file, text);
        return Recording.read(file, CATALOG);
    }
}
