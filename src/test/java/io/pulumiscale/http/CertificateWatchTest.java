package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.pulumiscale.SteppedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // captures the log
class CertificateWatchTest {
    private static Certificates.Pair first;
    private static Certificates.Pair second;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    private final List<SSLContext> shown = new ArrayList<>();
    private CapturedLog log;
    private Certificates.Pair used;
    private CertificateWatch watch;

    @BeforeAll
    static void make(@TempDir Path folder) {
        Certificates certificates = new Certificates(folder);
        first = certificates.make("first");
        second = certificates.make("second");
    }

    @BeforeEach
    void watchFiles(@TempDir Path folder) {
        log = new CapturedLog();
        used = first.copiedTo(folder);
        watch = new CertificateWatch(used.files(), clock);
    }

    @AfterEach
    void close() {
        watch.close();
        log.close();
    }

    @Test
    void whatIsUnchangedIsNotShownAgain() {
        look(3);
        assertThat(shown).isEmpty();
    }

    @Test
    void whatIsChangedIsShownOnce() {
        used.become(second);
        look(3);
        assertThat(shown).hasSize(1);
    }

    /** As one file is written after the other. */
    @Test
    void aPairThatDoesNotBelongTogetherIsToldOnceAndUsedWhenItDoes() throws IOException {
        Files.writeString(used.certificate(), Files.readString(second.certificate()));
        look(3);
        assertThat(shown).isEmpty();
        assertThat(warnings())
                .containsExactly("the changed certificate is not used: the private key is not that of the certificate");
        used.become(second);
        look(1);
        assertThat(shown).hasSize(1);
    }

    @Test
    void filesThatAreGoneAreToldOnce() throws IOException {
        Files.delete(used.key());
        look(3);
        assertThat(shown).isEmpty();
        assertThat(warnings())
                .singleElement()
                .satisfies(it -> assertThat(it).endsWith("tls.key cannot be read: NoSuchFileException"));
        used.become(second);
        look(1);
        assertThat(shown).hasSize(1);
    }

    @Test
    void aNewOneThatIsPastItsTimeIsNotUsed() {
        clock.step(Duration.ofDays(400));
        used.become(second);
        look(2);
        assertThat(shown).isEmpty();
        assertThat(warnings())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .startsWith("the changed certificate is not used: TlsIdentity[CN=second, until 2027-02-05T")
                        .endsWith("Z] is not valid now"));
    }

    @Test
    void atTheStartThereIsNothingBetterThanOneThatIsPastItsTime() {
        clock.step(Duration.ofDays(400));
        try (CertificateWatch late = new CertificateWatch(used.files(), clock)) {
            assertThat(late.first()).isNotNull();
            assertThat(warnings())
                    .singleElement()
                    .satisfies(it -> assertThat(it).endsWith("is not valid now: callers will refuse it"));
        }
    }

    @Test
    void atTheStartWhatCannotBeUsedIsRefused() throws IOException {
        Files.writeString(used.key(), Files.readString(second.key()));
        assertThatThrownBy(() -> new CertificateWatch(used.files(), clock))
                .isInstanceOf(UnusableTls.class)
                .hasMessage("the private key is not that of the certificate");
    }

    @Test
    void noKeyIsInTheLog() throws IOException {
        Files.writeString(used.certificate(), Files.readString(used.key()));
        look(1);
        String secret = Files.readString(used.key()).lines().toList().get(1);
        assertThat(log.messages(Level.TRACE)).isNotEmpty().noneMatch(it -> it.contains(secret));
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look(shown::add);
        }
    }

    private List<String> warnings() {
        return log.messages(Level.WARN, "io.pulumiscale");
    }
}
