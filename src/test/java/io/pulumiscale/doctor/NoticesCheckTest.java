package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.NoticeFormat;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.NoticeTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesCheckTest {

    @Test
    void withoutAnyThatCanBeReadNothingIsLookedAt() {
        assertThat(check()).isInstanceOf(Finding.NotChecked.class);
    }

    @Test
    void itIsFineWhereSomethingListensAndAWarningWhereNothingDoes() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(check(port)).isEqualTo(new Finding.Fine("something listens at 127.0.0.1"));
        }
        Finding closed = check(port);
        assertThat(closed).isInstanceOf(Finding.Warning.class);
        assertThat(closed.text())
                .isEqualTo("notices[0] (json, 127.0.0.1): nothing answers at port " + port)
                .doesNotContain("hunter2");
    }

    private static Finding check(int... ports) {
        List<NoticeTarget> targets = IntStream.of(ports)
                .mapToObj(port -> new NoticeTarget(
                        "notices[0]",
                        URI.create("http://127.0.0.1:%d/hunter2".formatted(port)),
                        NoticeFormat.JSON,
                        Set.of(NoticeKind.SCALED),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new NoticesCheck(() -> targets, Connection::problem).get();
    }
}
