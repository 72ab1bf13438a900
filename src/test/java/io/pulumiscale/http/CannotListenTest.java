package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CannotListenTest {

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpSettings settings = HttpSettings.on("127.0.0.1", taken.getLocalPort());
            FakeScaler scaler = new FakeScaler();

            assertThatThrownBy(() -> ScalerServer.start(
                            settings,
                            scaler.backend(Clock.systemUTC(), new EventFeed(scaler, List::of, Clock.systemUTC())),
                            new TokenRing(
                                    List.of(new AccessToken("token", Grant.unlimited())),
                                    TokenRing.GRACE,
                                    Clock.systemUTC()),
                            Clock.systemUTC(),
                            new Random(1)))
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("cannot listen on 127.0.0.1:%d: Address already in use", taken.getLocalPort());
        }
    }
}
