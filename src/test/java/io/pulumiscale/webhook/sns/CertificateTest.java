package io.pulumiscale.webhook.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.UntrustedMessage;
import io.pulumiscale.webhook.sns.Pki.Identity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose certificate is good enough to have signed something. */
class CertificateTest {
    private static final Instant YESTERDAY = Instant.parse("2026-11-19T00:00:00Z");
    private final Bench bench = new Bench();

    @Test
    void oneThatNobodyHasIssuedIsRefused() {
        assertRefused(Pki.self(Pki.SNS_NAME), "leads to nobody who is trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sns.us-east-1.amazonaws.com", "amazonaws.com", "evil.example", "sns.amazonaws.com.evil.example"
            })
    void oneThatIsIssuedToSomebodyElseIsRefused(String name) {
        assertRefused(
                Pki.issuedBy(Pki.INTERMEDIATE, name, Optional.of(Pki.ISSUER_URL), false, Pki.END), "not signed by SNS");
    }

    @Test
    void oneThatHasExpiredIsRefused() {
        assertRefused(
                Pki.issuedBy(Pki.INTERMEDIATE, Pki.SNS_NAME, Optional.of(Pki.ISSUER_URL), false, YESTERDAY),
                "leads to nobody who is trusted");
    }

    @Test
    void oneFromAnIssuerWhomNobodyTrustsIsRefused() {
        Identity stranger = Pki.self("a stranger");
        bench.web.serveDer("http://crt.stranger.example/ca.cer", stranger.certificate());
        assertRefused(
                Pki.issuedBy(stranger, Pki.SNS_NAME, Optional.of("http://crt.stranger.example/ca.cer"), false, Pki.END),
                "leads to nobody who is trusted");
    }

    @Test
    void oneThatWasIssuedWithAnothersOrdinaryCertificateIsRefused() {
        bench.web.serveDer("http://crt.sns.example/sns.cer", Pki.SNS.certificate());
        assertRefused(
                Pki.issuedBy(Pki.SNS, Pki.SNS_NAME, Optional.of("http://crt.sns.example/sns.cer"), false, Pki.END),
                "leads to nobody who is trusted");
    }

    @Test
    void anothersKeyBehindTheRightCertificateIsRefused() {
        Identity other = Pki.self(Pki.SNS_NAME);
        assertThatThrownBy(() -> bench.open(Letter.notification().signedBy(other, "2")))
                .isInstanceOf(UntrustedMessage.class)
                .hasMessageStartingWith("not signed by SNS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whatIsNoCertificateIsRefused(String body) {
        bench.web.serve(Letter.CERTIFICATE_URL, 200, body, List.of());
        assertThatThrownBy(() -> bench.open(Letter.notification().signed())).isInstanceOf(UntrustedMessage.class);
    }

    @Test
    void theIssuersMayComeWithItOrWithTheConnection() {
        FakeWeb chained = new FakeWeb();
        chained.serve(Letter.CERTIFICATE_URL, Pki.SNS.certificate(), Pki.INTERMEDIATE.certificate());
        assertBelieved(chained);
        FakeWeb connected = new FakeWeb();
        List<X509Certificate> peers = List.of(Pki.INTERMEDIATE.certificate());
        connected.serve(
                Letter.CERTIFICATE_URL, 200, Pem.write(Pki.SNS.certificate()).replace("\n", "\r\n"), peers);
        assertBelieved(connected);
    }

    @Test
    void withoutItsIssuersItCannotBeTold() {
        bench.web.lose(Pki.ISSUER_URL);
        assertThatThrownBy(() -> bench.open(Letter.notification().signed()))
                .isInstanceOf(CannotTellNow.class)
                .hasMessage("SNS's certificate cannot be fetched: no route to host");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 429, 500, 503})
    void whatSnsDoesNotServeCannotBeTold(int status) {
        bench.web.serve(Letter.CERTIFICATE_URL, status, Pem.write(Pki.SNS.certificate()), List.of());
        assertThatThrownBy(() -> bench.open(Letter.notification().signed()))
                .isInstanceOf(CannotTellNow.class)
                .hasMessageContaining("status " + status);
    }

    @Test
    void whatCouldNotBeFetchedIsNotAskedForAgainAtOnce() {
        bench.web.lose(Letter.CERTIFICATE_URL);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> bench.open(Letter.notification().signed())).isInstanceOf(CannotTellNow.class);
        }
        assertThat(bench.web.visited).hasSize(1);
        bench.clock.step(Duration.ofSeconds(10));
        bench.web.serve(Letter.CERTIFICATE_URL, Pki.SNS.certificate());
        assertThat(bench.open(Letter.notification().signed())).isInstanceOf(SnsMessage.Notification.class);
    }

    @Test
    void itIsKeptForAnHour() {
        bench.open(Letter.notification().signed());
        bench.clock.step(Duration.ofMinutes(59));
        bench.open(Letter.notification().signed());
        assertThat(bench.web.visited).hasSize(2);
        bench.clock.step(Duration.ofMinutes(1));
        bench.web.lose(Letter.CERTIFICATE_URL);
        Letter later = Letter.notification()
                .with("Timestamp", "2026-11-20T10:30:00.000Z")
                .signed();
        assertThatThrownBy(() -> bench.open(later)).isInstanceOf(CannotTellNow.class);
    }

    @Test
    void fewAreKept() {
        SigningCertificates certificates = new SigningCertificates(
                bench.web, new CertificateChain(Pki.anchors(), bench.web, bench.clock), bench.clock);
        for (int i = 0; i <= 16; i++) {
            String url = Letter.HOST + "/SimpleNotificationService-" + i + ".pem";
            bench.web.serve(url, Pki.SNS.certificate(), Pki.INTERMEDIATE.certificate());
            certificates.at(url);
        }
        certificates.at(Letter.HOST + "/SimpleNotificationService-16.pem");
        assertThat(bench.web.visited).hasSize(17);
        certificates.at(Letter.HOST + "/SimpleNotificationService-0.pem");
        assertThat(bench.web.visited).hasSize(18);
    }

    private static void assertBelieved(FakeWeb web) {
        Bench other = new Bench(web, SnsTrust.standard(), Letter.TOPIC);
        assertThat(other.open(Letter.notification().signed())).isInstanceOf(SnsMessage.Notification.class);
        assertThat(web.visited).containsExactly(Letter.CERTIFICATE_URL);
    }

    private void assertRefused(Identity signer, String why) {
        bench.web.serve(Letter.CERTIFICATE_URL, signer.certificate());
        assertThatThrownBy(() -> bench.open(Letter.notification().signedBy(signer, "2")))
                .isInstanceOf(UntrustedMessage.class)
                .hasMessageContaining(why);
    }
}
