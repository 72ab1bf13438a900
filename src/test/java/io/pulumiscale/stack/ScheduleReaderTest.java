package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.ScheduledBounds;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleReaderTest {
    private static final String DAILY = "from:'0 8 * * *',until:'0 20 * * *'";

    @Test
    void everyEntryIsReadInItsOrder() {
        assertThat(schedule("from:'0 8 * * 1-5',until:'0 20 * * MON-FRI',zone:'Europe/Paris',min:4,max:6"))
                .containsExactly(new ScheduledBounds(
                        "0 8 * * 1-5",
                        "0 20 * * MON-FRI",
                        ZoneId.of("Europe/Paris"),
                        OptionalInt.of(4),
                        OptionalInt.of(6)));
        assertThat(schedule(DAILY + ",min:4},{" + DAILY + ",max:6"))
                .extracting(ScheduledBounds::min)
                .containsExactly(OptionalInt.of(4), OptionalInt.empty());
    }

    @Test
    void theZoneIsUtcUnlessItIsSaid() {
        assertThat(schedule(DAILY + ",min:4")).extracting(ScheduledBounds::zone).containsExactly(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"min:2,max:8", "min:8", "max:2", "min:5,max:5", "min:5,max:null"})
    void itsBoundsAreWithinThePools(String bounds) {
        assertThat(faults(DAILY + "," + bounds)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 0 29 2 *", "0 0 30 2 1", "*/5 * * * *", "0 8 * * 5-7", "0 8 * * 7", "0 8 1,15 JAN-JUN *"})
    void whatFallsDueIsATime(String time) {
        assertThat(faults("from:'%s',until:'0 20 * * *',min:4".formatted(time))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#,untill:'0 9 * * *',min:4   | untill: unknown, did you mean until?",
                "until:'0 20 * * *',min:4     | from: missing",
                "from:'0 8 * * *',min:4       | until: missing",
                "from:8,until:'0 20 * * *',min:4 | from: a text is needed, not 8",
                "#                            | min: missing, and max too: at least one of both is needed",
                "#,min:1                      | min: 1 is not between 2 and 8",
                "#,max:9                      | max: 9 is not between 2 and 8",
                "#,min:4,max:1                | max: 1 is not between 2 and 8",
                "#,min:'4'                    | min: a whole number is needed, not \"4\"",
                "#,min:6,max:5                | min: 6 is greater than max, 5",
                "#,min:4,zone:'Europe/Pariss' | zone: Europe/Pariss is unknown, did you mean Europe/Paris?",
                "#,min:4,zone:'the office'    | zone: the office is unknown, did you mean a name such as Europe/Paris?",
                "#,min:4,zone:'+02:00'        | zone: +02:00 is unknown, did you mean",
                "#,min:4,zone:2               | zone: a text is needed, not 2",
                "from:'0 8 * * *',until:'0 8 * * *',min:4       | until: 0 8 * * * is equal to from",
                "from:'0 8 * * MON',until:'0  8 * * 1',min:4    | until: 0  8 * * 1 is equal to from"
            })
    void aFaultIsToldByItsPlace(String entry, String fault) {
        assertThat(faults(entry.replace("#", DAILY)))
                .singleElement()
                .asString()
                .startsWith("pools.web.schedule[0]." + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 0 30 2 *           ; it never falls due",
                "0 0 31 4,6,9,11 *    ; it never falls due",
                "8 a.m.               ; Cron expression contains 2 parts",
                "0 3-/ * * *          ; it breaks off",
                "0 8|9 * * *          ; there is no | in it",
                "@daily               ; Nicknames not supported",
                "0 8 * * * *          ; Cron expression contains 6 parts",
                "0 24 * * *           ; Failed to parse cron expression. Value 24 not in range",
                "0 20-8 * * *         ; Failed to parse cron expression. Invalid range",
                "0 8 L * *            ; Failed to parse cron expression. Invalid chars"
            },
            quoteCharacter = '`')
    void whatIsNoTimeOrNeverComesIsAFault(String time, String why) {
        assertThat(faults("from:\"%s\",until:'0 20 * * *',min:4".formatted(time)))
                .singleElement()
                .asString()
                .startsWith("pools.web.schedule[0].from: %s is not a time in Unix cron: %s".formatted(time, why));
    }

    @Test
    void aFaultNamesItsEntry() {
        assertThat(faults(DAILY + ",min:4},{" + DAILY + ",mn:4"))
                .containsExactly(
                        "pools.web.schedule[1].min: missing, and max too: at least one of both is needed",
                        "pools.web.schedule[1].mn: unknown, did you mean min?");
    }

    @Test
    void aScheduleIsAListOfMappings() {
        assertThat(Pools.faults("schedule:{%s}".formatted(DAILY)))
                .singleElement()
                .asString()
                .startsWith("pools.web.schedule: a list of mappings is needed, not {");
        assertThat(Pools.faults("schedule:['0 8 * * *']"))
                .containsExactly("pools.web.schedule[0]: a mapping is needed, not \"0 8 * * *\"");
    }

    @Test
    void boundsAreNotComparedWithAPoolsThatAreFaulty() {
        assertThat(Pools.faults(Pools.WEB.replace("max:8", "max:1"), "schedule:[{%s,min:4}]".formatted(DAILY)))
                .containsExactly("pools.web.min: 2 is greater than max, 1");
    }

    private static List<ScheduledBounds> schedule(String entry) {
        return Pools.rules("schedule:[{%s}]".formatted(entry)).schedule();
    }

    private static List<String> faults(String entry) {
        return Pools.faults("schedule:[{%s}]".formatted(entry));
    }
}
