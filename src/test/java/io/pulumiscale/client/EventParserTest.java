package io.pulumiscale.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventParserTest {
    @Test
    void anEventHasANameAndData() {
        assertThat(read("event:progress", "id:7", "data: {\"stage\":\"begun\"}", ""))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.name()).isEqualTo("progress");
                    assertThat(event.data().path("stage").asText()).isEqualTo("begun");
                });
    }

    @Test
    void dataMayTakeSeveralLinesAndCommentsAreNone() {
        assertThat(read(":alive", "", "data:{\"a\":", "data:1}", "", "event:pool", "", "data:2", ""))
                .extracting(Event::name)
                .as("without data there is no event, and its name is forgotten")
                .containsExactly("message", "message");
    }

    @Test
    void whatIsNoJsonIsPassedOver() {
        assertThat(read("data:{", "", "data:1", "")).hasSize(1);
    }

    @Property
    void noLineIsTooStrange(@ForAll List<String> lines) {
        assertThat(read(lines.toArray(String[]::new)).size()).isLessThanOrEqualTo(lines.size());
    }

    private static List<Event> read(String... lines) {
        EventParser parser = new EventParser();
        return Stream.of(lines).map(parser::take).flatMap(Optional::stream).toList();
    }
}
