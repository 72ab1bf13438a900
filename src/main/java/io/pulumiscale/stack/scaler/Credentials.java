package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecretKeySelectorArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the scaler gets into the backend, the stack's secrets and the journal with: variables of its process, and the
 * passphrase as a file. Its name comes from the provider and changes with the content, so that the pods are replaced.
 */
record Credentials(Optional<Output<String>> secretName, Set<String> variables, boolean passphrase) {
    static final String PASSPHRASE = "passphrase";

    static Credentials register(Frame frame) {
        Map<String, String> variables = variables(frame.settings());
        Map<String, String> all = new TreeMap<>(variables);
        frame.settings().passphrase().ifPresent(text -> all.put(PASSPHRASE, text));
        Optional<Output<String>> name = all.isEmpty() ? Optional.empty() : Optional.of(name(frame, all));
        return new Credentials(
                name,
                Set.copyOf(variables.keySet()),
                frame.settings().passphrase().isPresent());
    }

    private static Output<String> name(Frame frame, Map<String, String> content) {
        Secret secret = new Secret("scaler-credentials", args(frame, content), frame.child());
        return secret.metadata().applyValue(metadata -> metadata.name().orElseThrow());
    }

    static SecretArgs args(Frame frame, Map<String, String> content) {
        return SecretArgs.builder()
                .metadata(frame.unnamed().build())
                .data(Output.ofSecret(Base64Texts.of(content)))
                .build();
    }

    private static Map<String, String> variables(ScalerSettings settings) {
        Map<String, String> variables = new TreeMap<>(settings.environment());
        settings.accessToken().ifPresent(token -> variables.put("PULUMI_ACCESS_TOKEN", token));
        if (settings.journal() instanceof ScalerSettings.Postgres postgres) {
            variables.put("PULUMISCALE_JOURNAL_USER", postgres.user());
            variables.put("PULUMISCALE_JOURNAL_PASSWORD", postgres.password());
        }
        return variables;
    }

    /** Each refers to the Secret. */
    List<EnvVarArgs> environment() {
        List<EnvVarArgs> environment = new ArrayList<>();
        secretName.ifPresent(
                secret -> variables.stream().sorted().forEach(variable -> environment.add(from(secret, variable))));
        return environment;
    }

    private static EnvVarArgs from(Output<String> secret, String variable) {
        return EnvVarArgs.builder()
                .name(variable)
                .valueFrom(EnvVarSourceArgs.builder()
                        .secretKeyRef(SecretKeySelectorArgs.builder()
                                .name(secret)
                                .key(variable)
                                .build())
                        .build())
                .build();
    }
}
