package io.pulumiscale.stack.scaler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import io.pulumiscale.stack.scaler.ScalerSettings.Monitoring;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Prometheus and Alertmanager need: files for those who run them, objects for the operator that runs them. */
record AlertsIn(Frame frame, Deployed deployed, Receiver receiver) {
    static final String RULES_FILE = "pulumiscale.rules.yml";
    static final String RECEIVER_FILE = "alertmanager.yml";

    private static final String OPERATOR = "monitoring.coreos.com/v1";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    void register() {
        new Secret("scaler-token", token(), frame.child());
        if (monitoring().operator()) {
            objects();
        } else {
            files();
        }
    }

    SecretArgs token() {
        return SecretArgs.builder()
                .metadata(frame.named("-token").build())
                .data(deployed.webhookToken()
                        .applyValue(token -> Map.of(Receiver.TOKEN, Base64Texts.of(token)))
                        .asSecret())
                .build();
    }

    private void files() {
        if (!deployed.rules().isEmpty()) {
            file("-rules", RULES_FILE, Map.of("groups", groups(Map.of())));
        }
        file("-alertmanager", RECEIVER_FILE, receiver.configuration());
    }

    private void file(String suffix, String name, Map<String, Object> content) {
        new ConfigMap(
                "scaler" + suffix,
                ConfigMapArgs.builder()
                        .metadata(metadata(suffix))
                        .data(Output.of(Map.of(name, yaml(content))))
                        .build(),
                frame.child());
    }

    private void objects() {
        if (!deployed.rules().isEmpty()) {
            // by default the operator sends a namespace's receiver only what says that it is of that namespace
            Map<String, String> ours = Map.of("namespace", frame.settings().namespace());
            object(OPERATOR, "PrometheusRule", Map.of("groups", groups(ours)));
        }
        object("monitoring.coreos.com/v1alpha1", "AlertmanagerConfig", receiver.operatorSpec());
        if (monitoring().serviceMonitor()) {
            object(OPERATOR, "ServiceMonitor", serviceMonitor());
        }
    }

    private void object(String version, String kind, Map<String, Object> spec) {
        new OperatorObject(version, kind, metadata(""), spec, frame.child());
    }

    private Map<String, Object> serviceMonitor() {
        return Map.of(
                "selector",
                Map.of("matchLabels", frame.labels()),
                "endpoints",
                List.of(Map.of(
                        "port",
                        ScalerPod.PORT_NAME,
                        "path",
                        "/metrics",
                        "authorization",
                        Map.of("type", "Bearer", "credentials", receiver.token()))));
    }

    private List<Map<String, Object>> groups(Map<String, String> labels) {
        return new RuleGroups(deployed.project(), deployed.stack(), labels).of(deployed.rules());
    }

    /** With the labels that whoever collects them selects them by. */
    private ObjectMetaArgs metadata(String suffix) {
        Map<String, String> labels = new TreeMap<>(monitoring().labels());
        labels.putAll(frame.labels());
        return frame.named(suffix).labels(labels).build();
    }

    private Monitoring monitoring() {
        return frame.settings().monitoring();
    }

    static String yaml(Map<String, Object> content) {
        try {
            return YAML.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists are always YAML", e);
        }
    }
}
