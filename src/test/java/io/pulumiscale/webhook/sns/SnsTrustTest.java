package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.local.LocalSns;
import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.UntrustedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's signature counts where the start says so, and nowhere else. */
class SnsTrustTest {
    private static final Bench USUAL = new Bench();

    @TempDir
    private static Path folder;

    private static LocalSns stranger;

    @BeforeAll
    static void makeAKey() throws IOException {
        stranger = LocalSns.of(folder, USUAL.clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts",
                "arn:aws:sns:eu-south-1:123456789012:pulumiscale-dev-alerts",
                "arn:aws-us-gov:sns:us-gov-west-1:123456789012:pulumiscale-dev-alerts",
            })
    void whomTheStartNamesIsBelievedAndNothingIsFetched(String topic) {
        SnsTrust trust = SnsTrust.standard().withCertificateIn(stranger.certificate());
        Bench local = new Bench(new FakeWeb(), trust, topic);
        assertThat(local.open(stranger.notification(topic, Optional.of("ALARM"), "hello\n")))
                .isInstanceOfSatisfying(
                        SnsMessage.Notification.class,
                        it -> assertThat(it.message()).isEqualTo("hello\n"));
        assertThat(local.open(stranger.unsubscribeConfirmation(topic)))
                .isInstanceOf(SnsMessage.UnsubscribeConfirmation.class);
        assertThat(local.web.visited).isEmpty();
    }

    @Test
    void theSameIsNotBelievedWhereNobodySaysSo() {
        assertThatThrownBy(() -> USUAL.open(stranger.notification(Letter.TOPIC, Optional.empty(), "hello")))
                .isInstanceOf(CannotTellNow.class)
                .hasMessageContaining("cannot be fetched");
    }

    @Test
    void amazonsAreBelievedBesideIt() {
        SnsTrust trust = SnsTrust.standard().withCertificateIn(stranger.certificate());
        Bench local = new Bench(FakeWeb.ofAmazon(), trust, Letter.TOPIC);
        assertThat(local.open(Letter.notification().signed())).isInstanceOf(SnsMessage.Notification.class);
    }

    @Test
    void toNameItsCertificateIsNotToHaveItsKey() {
        SnsTrust trust = SnsTrust.standard().withCertificateIn(stranger.certificate());
        Bench local = new Bench(FakeWeb.ofAmazon(), trust, Letter.TOPIC);
        String url =
                Letter.HOST + "/" + SnsTrust.certificateName(trust.certificate().orElseThrow());
        Letter forged = Letter.notification().with("SigningCertURL", url).signed();
        assertThatThrownBy(() -> local.open(forged)).isInstanceOf(UntrustedMessage.class);
    }

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersOnly() throws IOException {
        Path key = folder.resolve("sns.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        byte[] before = Files.readAllBytes(key);
        LocalSns again = LocalSns.of(folder, USUAL.clock);
        assertThat(Files.readAllBytes(key)).isEqualTo(before);
        assertThat(again.certificate()).isEqualTo(stranger.certificate());
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws IOException {
        Path missing = folder.resolve("missing.pem");
        assertThatThrownBy(() -> SnsTrust.standard().withCertificateIn(missing))
                .isInstanceOf(UnusableCertificate.class)
                .hasMessage("--sns-certificate %s: there is no such file", missing);
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> SnsTrust.standard().withCertificateIn(empty))
                .isInstanceOf(UnusableCertificate.class)
                .hasMessageContaining("no certificate");
    }
}
