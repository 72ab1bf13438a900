package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The backend, the stack in it, and its secrets. */
final class StackChecks {
    private static final int SHORT = 16;

    private final Engine engine;
    private final String stack;
    private final Map<String, String> environment;

    StackChecks(Engine engine, String stack, Map<String, String> environment) {
        this.engine = engine;
        this.stack = stack;
        this.environment = Map.copyOf(environment);
    }

    /** A list of stacks is the least that only a backend that answers can give. */
    Finding backend() {
        try {
            JsonNode identity = engine.json("whoami", "--verbose", "--json");
            engine.json("stack", "ls", "--json");
            return new Finding.Fine("%s as %s"
                    .formatted(
                            Backend.withoutSecrets(identity.path("url").asText()),
                            identity.path("user").asText()));
        } catch (Engine.NotDone e) {
            return new Finding.Failed(e.said(), backendAdvice(e.said()));
        }
    }

    private static String backendAdvice(String said) {
        if (said.contains("PULUMI_ACCESS_TOKEN")) {
            return "`pulumi login` once, or set PULUMI_ACCESS_TOKEN for Pulumi Cloud, PULUMI_BACKEND_URL for another backend";
        }
        return "check PULUMI_BACKEND_URL, the way to it, and for s3://, gs:// and azblob:// that cloud's credentials";
    }

    Finding state() {
        try {
            JsonNode deployment =
                    engine.json("stack", "export", "--stack", stack).path("deployment");
            int resources = deployment.path("resources").size();
            int pending = deployment.path("pending_operations").size();
            if (resources == 0) {
                return new Finding.Warning("%s was never deployed".formatted(stack), "pulumi up -s " + stack);
            }
            return pending == 0
                    ? new Finding.Fine("%s has %d resources".formatted(stack, resources))
                    : new Finding.Warning(
                            "%s has %d interrupted operations".formatted(stack, pending),
                            "the scaler repairs those on its pools; for others: pulumi refresh -s " + stack);
        } catch (Engine.NotDone e) {
            return new Finding.Failed(
                    e.said(), "-s names another stack, `pulumi stack init %s` makes this one".formatted(stack));
        }
    }

    /** What they are goes no further than this method. */
    Finding secrets() {
        try {
            JsonNode token = engine.json("config", "--stack", stack, "--show-secrets", "--json")
                    .path("pulumiscale:webhookToken");
            int length = token.path("value").asText().strip().length();
            if (length == 0) {
                return new Finding.Failed("there is no webhook token", setToken());
            }
            return length < SHORT
                    ? new Finding.Warning(
                            "decrypted; the webhook token has only %d characters".formatted(length), setToken())
                    : new Finding.Fine("decrypted; there is a webhook token");
        } catch (Engine.NotDone e) {
            return new Finding.Failed(e.said(), secretsAdvice(e.said()));
        }
    }

    private String setToken() {
        return "openssl rand -hex 32 | pulumi config set --secret pulumiscale:webhookToken -s " + stack;
    }

    private String secretsAdvice(String said) {
        if (!said.contains("passphrase")) {
            return "this process needs the right to decrypt with the key that stands in Pulumi.%s.yaml as secretsprovider"
                    .formatted(stack);
        }
        String file = environment.get("PULUMI_CONFIG_PASSPHRASE_FILE");
        if (file != null && !environment.containsKey("PULUMI_CONFIG_PASSPHRASE")) {
            return "%s (PULUMI_CONFIG_PASSPHRASE_FILE) must have the passphrase that the stack was made with"
                    .formatted(file);
        }
        return "set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE, to the passphrase that the stack was made with";
    }
}
