package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What only the stack's file tells of the scaler's configuration: what is a secret, and what else it would meet there. */
record ScalerFileCheck(JsonNode root) {

    List<Fault> faults() {
        JsonNode scaler = root.path("config").path("pulumiscale:scaler");
        if (scaler.isMissingNode()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (String key : ScalerReader.SECRETS) {
            if (scaler.at("/" + key.replace('.', '/')).isValueNode()) {
                faults.add(new Fault(
                        "scaler." + key,
                        "stands there in plain: pulumi config set --secret --path pulumiscale:scaler." + key));
            }
        }
        if (root.has("encryptionsalt") && !hasPassphrase(scaler)) {
            faults.add(
                    new Fault(
                            "scaler.passphrase",
                            "missing, and the stack's secrets are under one: pulumi config set --secret --path pulumiscale:scaler.passphrase"));
        }
        for (String key : new String[] {"context", "cluster"}) {
            if (root.path("config").has("kubernetes:" + key)) {
                faults.add(
                        new Fault(
                                "kubernetes:" + key,
                                "the scaler has none of that name, it is in the cluster: choose it in your kubeconfig instead"));
            }
        }
        return faults;
    }

    private static boolean hasPassphrase(JsonNode scaler) {
        return scaler.has("passphrase") || scaler.path("environment").has("PULUMI_CONFIG_PASSPHRASE");
    }
}
