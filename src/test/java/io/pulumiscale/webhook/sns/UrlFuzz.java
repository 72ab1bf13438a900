package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.UntrustedMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where a message would send us: lines with a topic's ARN, a certificate's URL, a subscription's URL and its token. What is
 * gone to is SNS's in the topic's region, however it is written.
 */
public final class UrlFuzz {
    private UrlFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = (new String(input, StandardCharsets.UTF_8) + "\n\n\n\n").split("\n", 5);
        try {
            TopicHome home = TopicHome.of(lines[0]);
            assertThat(home.host()).matches("sns\\.[a-z0-9-]+\\.[a-z0-9.-]+");
            certificate(home, lines[1]);
            check(
                    SubscribeUrl.of(new SubscriptionConfirmation("m", lines[0], Instant.EPOCH, lines[2], lines[3])),
                    home);
        } catch (UntrustedMessage e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void certificate(TopicHome home, String url) {
        try {
            home.checkCertificateUrl(url);
        } catch (UntrustedMessage e) {
            return;
        }
        check(URI.create(url), home);
        assertThat(url).endsWith(".pem").doesNotContain("?", "..");
    }

    private static void check(URI uri, TopicHome home) {
        assertThat(uri)
                .hasScheme("https")
                .hasHost(home.host())
                .hasNoPort()
                .hasNoUserInfo()
                .hasNoFragment();
    }
}
