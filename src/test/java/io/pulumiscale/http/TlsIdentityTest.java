package io.pulumiscale.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wildfly.security.asn1.DERDecoder;

class TlsIdentityTest {
    private static Path folder;
    private static Certificates certificates;
    private static Map<String, Certificates.Pair> pairs;

    @BeforeAll
    static void make(@TempDir Path empty) {
        folder = empty;
        certificates = new Certificates(empty);
        pairs = Map.of(
                "RSA", certificates.makeRsa("rsa"),
                "EC", certificates.make("ec", "EC", "secp384r1", "SHA384withECDSA"),
                "EdDSA", certificates.makeEd25519("ed"));
    }

    private static Certificates.Pair pair(String algorithm) {
        return requireNonNull(pairs.get(algorithm));
    }

    @ParameterizedTest
    @CsvSource({"RSA, RSA PRIVATE KEY", "EC, EC PRIVATE KEY"})
    void aKeyIsUnderstoodInItsOlderFormToo(String algorithm, String type) throws IOException {
        Certificates.Pair pair = pair(algorithm);
        TlsIdentity byPkcs8 = TlsIdentity.of(pair.files().read());
        Path older = certificates.pem("older.key", type, inner(pair.key()));
        TlsIdentity byOlder = TlsIdentity.of(new TlsFiles(pair.certificate(), older).read());
        assertThat(byOlder.key()).isEqualTo(byPkcs8.key());
        assertThat(byOlder.context()).isNotNull();
    }

    @Test
    void openSslWritesTheCurveBeforeTheKey() throws IOException {
        Certificates.Pair pair = pair("EC");
        Path key = certificates.pem("older.key", "EC PRIVATE KEY", inner(pair.key()));
        String curve = "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";
        Files.writeString(key, curve + Files.readString(key));
        assertThat(TlsIdentity.of(new TlsFiles(pair.certificate(), key).read())
                        .key()
                        .getAlgorithm())
                .isEqualTo("EC");
    }

    @Test
    void anEdwardsCurveIsUnderstood() {
        Certificates.Pair pair = pair("EdDSA");
        assertThat(TlsIdentity.of(pair.files().read()).key().getAlgorithm()).isEqualTo("EdDSA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "PRIVATE KEY", "CERTIFICATE"})
    void whatIsNoKeyOfTheCertificatesIsRefusedWithoutAWordOfIt(String type) throws IOException {
        Certificates.Pair pair = pair("EC");
        byte[] secret = "this is a secret and no key".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path key = certificates.pem("odd.key", type, secret);
        assertThatThrownBy(() -> TlsIdentity.of(new TlsFiles(pair.certificate(), key).read()))
                .isInstanceOf(UnusableTls.class)
                .hasNoCause()
                .hasMessageNotContaining(Base64.getEncoder().encodeToString(secret));
    }

    @Test
    void anEmptyCertificateIsRefused() throws IOException {
        Certificates.Pair pair = pair("EC");
        Path empty = Files.writeString(folder.resolve("empty.crt"), "");
        assertThatThrownBy(() -> TlsIdentity.of(new TlsFiles(empty, pair.key()).read()))
                .isInstanceOf(UnusableTls.class)
                .hasMessage("there is no certificate");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.pem");
        assertThatThrownBy(() -> new TlsFiles(nowhere, nowhere).read())
                .isInstanceOf(UnusableTls.class)
                .hasMessage("%s cannot be read: NoSuchFileException", nowhere);
    }

    /** What PKCS#8 wraps: PKCS#1 for RSA, SEC 1 for elliptic curves. */
    private static byte[] inner(Path pkcs8) throws IOException {
        String pem = Files.readString(pkcs8).replaceAll("-----[A-Z ]+-----", "");
        DERDecoder decoder = new DERDecoder(Base64.getMimeDecoder().decode(pem));
        decoder.startSequence();
        decoder.skipElement();
        decoder.skipElement();
        return decoder.decodeOctetString();
    }
}
