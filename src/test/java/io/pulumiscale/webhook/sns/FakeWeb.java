package io.pulumiscale.webhook.sns;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;

/** Has pages, and remembers who was asked for; what it does not have cannot be reached. */
final class FakeWeb implements Outbound {
    private final Map<String, Fetched> pages = new ConcurrentHashMap<>();
    final List<String> visited = new ArrayList<>();

    /** SNS's certificate as Amazon serves it, alone, and its issuer's where it says. */
    static FakeWeb ofAmazon() {
        FakeWeb web = new FakeWeb();
        web.serve(Letter.CERTIFICATE_URL, Pki.SNS.certificate());
        web.serveDer(Pki.ISSUER_URL, Pki.INTERMEDIATE.certificate());
        return web;
    }

    void serve(String url, X509Certificate... certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append(Pem.write(certificate));
        }
        serve(url, 200, text.toString(), List.of());
    }

    void serve(String url, int status, String body, List<X509Certificate> peers) {
        pages.put(url, new Fetched(status, SdkBytes.fromString(body, StandardCharsets.UTF_8), peers));
    }

    void serveDer(String url, X509Certificate certificate) {
        try {
            pages.put(url, new Fetched(200, SdkBytes.fromByteArray(certificate.getEncoded()), List.of()));
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    void lose(String url) {
        pages.remove(url);
    }

    @Override
    public Fetched get(URI url) throws IOException {
        visited.add(url.toString());
        Fetched page = pages.get(url.toString());
        if (page == null) {
            throw new IOException("no route to host");
        }
        return page;
    }
}
