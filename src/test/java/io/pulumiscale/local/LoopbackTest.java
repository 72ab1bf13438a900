package io.pulumiscale.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class LoopbackTest extends CloudTest {

    @Test
    void nobodyElsesMachineCanConnect() throws IOException {
        assertThat(connects(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .isTrue();
        for (var addresses : NetworkInterface.networkInterfaces().toList()) {
            assertThat(addresses.inetAddresses().filter(address -> !address.isLoopbackAddress()))
                    .noneMatch(this::connects);
        }
    }

    private boolean connects(InetAddress address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, cloud.awsPort()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
