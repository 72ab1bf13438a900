package io.pulumiscale.webhook.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.webhook.SnsEnvelope;
import io.pulumiscale.webhook.SnsVerifier;
import io.pulumiscale.webhook.UntrustedMessage;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.messagemanager.sns.SnsMessageManager;

/**
 * The signature, by the AWS SDK's message manager, which also checks the certificate's name and dates. It is given those
 * fields that will be believed, and no others, and a certificate that is trusted already: the manager would fetch one
 * without looking at its chain, and keep it for ever.
 */
final class SignedByAws implements SnsVerifier {
    private static final JsonMapper JSON = new JsonMapper();

    private final SigningCertificates certificates;
    private final Optional<Pinned> pinned;
    private final Set<String> versions;

    SignedByAws(SigningCertificates certificates, SnsTrust trust) {
        this.certificates = certificates;
        this.pinned = trust.certificate().map(Pinned::of);
        this.versions = trust.versions();
    }

    @Override
    public void verify(SnsEnvelope envelope) {
        TopicHome home = TopicHome.of(envelope.text("TopicArn"));
        checkVersion(envelope.text("SignatureVersion"));
        String url = envelope.text("SigningCertURL");
        home.checkCertificateUrl(url);
        String certificate = pinned.filter(it -> url.endsWith("/" + it.name()))
                .map(Pinned::pem)
                .orElseGet(() -> certificates.at(url));
        try (SnsMessageManager manager = SnsMessageManager.builder()
                .region(home.region())
                .httpClient(new OneAnswer(certificate))
                .build()) {
            manager.parseMessage(json(envelope));
        } catch (RuntimeException e) {
            throw new UntrustedMessage("not signed by SNS: " + e.getMessage(), e);
        }
    }

    private void checkVersion(String version) {
        if (!versions.contains(version)) {
            throw new UntrustedMessage(
                    "the SignatureVersion is not 2: set the topic's SignatureVersion to 2, as `pulumi up` does");
        }
    }

    private static String json(SnsEnvelope envelope) {
        try {
            return JSON.writeValueAsString(envelope.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
