package io.pulumiscale.stack;

import io.pulumiscale.stack.scaler.Backend;
import io.pulumiscale.stack.scaler.ScalerSettings;
import io.pulumiscale.stack.scaler.ScalerSettings.IngressSettings;
import io.pulumiscale.stack.scaler.ScalerSettings.JournalPlace;
import io.pulumiscale.stack.scaler.ScalerSettings.Monitoring;
import io.pulumiscale.stack.scaler.ScalerSettings.Network;
import io.pulumiscale.stack.scaler.ScalerSettings.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code pulumiscale:scaler}. */
record ScalerReader(Section section) {
    static final String PATH = "scaler";

    /** Keys whose values have to be secrets, from the section on. */
    static final List<String> SECRETS = List.of("accessToken", "passphrase", "postgresql.password");

    private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql://[^/?]+/[^?]+(\\?.*)?");
    private static final Pattern BACKEND = Pattern.compile("(https?|s3|gs|azblob)://.+");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    /** The engine and its providers are processes beside the scaler: the AWS provider alone takes some hundred MB. */
    private static final Resources USUAL =
            new Resources(Map.of("cpu", "250m", "memory", "1Gi"), Map.of("memory", "2Gi"));

    private static final int FEWEST = 2;
    private static final int MOST = 9;
    private static final int LONGEST_NAME = 40;

    ScalerSettings read() {
        Backend backend = backend();
        ScalerSettings settings = new ScalerSettings(
                section.text("image"),
                KubernetesReader.pullSecrets(section),
                name(),
                KubernetesText.NAME.read(section, "namespace", "pulumiscale"),
                section.flag("createNamespace", true),
                backend,
                accessToken(backend),
                section.secret("passphrase"),
                environment(),
                journal(),
                new ResourcesReader(section).read().orElse(USUAL),
                section.section("ingress").map(ScalerReader::ingress),
                section.section("network")
                        .map(ScalerReader::network)
                        .orElse(new Network(List.of(), List.of(), List.of())),
                section.section("monitoring")
                        .map(ScalerReader::monitoring)
                        .orElse(new Monitoring(false, false, Map.of())),
                section.section("aws").map(AwsAccessReader::new).map(AwsAccessReader::read));
        section.end();
        return settings;
    }

    /** Names of other objects are made from it. */
    private String name() {
        String name = KubernetesText.NAME.read(section, "name", "pulumiscale");
        if (name.length() > LONGEST_NAME) {
            section.fault("name", "has more than %d letters".formatted(LONGEST_NAME));
        }
        return name;
    }

    private Backend backend() {
        if (!section.has("backendUrl")) {
            return Backend.PULUMI_CLOUD;
        }
        String url = section.text("backendUrl");
        if (!url.isEmpty() && !BACKEND.matcher(url).matches()) {
            section.fault(
                    "backendUrl",
                    "%s is nothing that a pod and you can both reach: https://, s3://, gs:// or azblob://"
                            .formatted(url));
        }
        return new Backend(url);
    }

    private Optional<String> accessToken(Backend backend) {
        Optional<String> token = section.secret("accessToken");
        if (backend.leases() && !section.has("accessToken")) {
            section.fault(
                    "accessToken",
                    "missing, and %s lets nobody in without: pulumi config set --secret --path pulumiscale:scaler.accessToken; or set backendUrl"
                            .formatted(backend.url()));
        }
        return token;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = section.secretsByKey("environment");
        KubernetesText.VARIABLE.check(section, "environment", environment.keySet());
        return environment;
    }

    private JournalPlace journal() {
        Optional<Section> postgres = section.section("postgresql");
        Optional<Section> storage = section.section("storage");
        if (postgres.isPresent() && storage.isPresent()) {
            section.fault("storage", "means nothing with postgresql, where the journal is then");
        }
        if (postgres.isEmpty() && section.has("replicas")) {
            section.fault("replicas", "means nothing without postgresql: a journal on a volume has one scaler");
        }
        JournalPlace volume =
                storage.map(ScalerReader::volume).orElseGet(() -> new ScalerSettings.Volume("1Gi", Optional.empty()));
        return postgres.map(this::postgres).orElse(volume);
    }

    private static JournalPlace volume(Section storage) {
        JournalPlace volume = new ScalerSettings.Volume(
                KubernetesText.QUANTITY.read(storage, "size", "1Gi"), storage.optionalText("storageClass"));
        storage.end();
        return volume;
    }

    private JournalPlace postgres(Section postgres) {
        JournalPlace server = new ScalerSettings.Postgres(
                postgres.text("url", POSTGRES, "a URL such as jdbc:postgresql://HOST/DATABASE"),
                postgres.text("user"),
                needed(postgres, "password"),
                section.integer("replicas", FEWEST, MOST, FEWEST));
        postgres.end();
        return server;
    }

    private static String needed(Section section, String key) {
        if (!section.has(key)) {
            section.fault(
                    key, "missing: pulumi config set --secret --path pulumiscale:%s.%s".formatted(section.path(), key));
        }
        return section.secret(key).orElse("");
    }

    private static IngressSettings ingress(Section ingress) {
        IngressSettings settings = new IngressSettings(
                ingress.text("host", HOST, "a host's name"),
                ingress.optionalText("className"),
                ingress.optionalText("tlsSecret"),
                ingress.textsByKey("annotations"));
        ingress.end();
        return settings;
    }

    private static Network network(Section network) {
        List<String> namespaces = network.texts("fromNamespaces", List.of());
        KubernetesText.NAME.check(network, "fromNamespaces", namespaces);
        List<String> cidrs = network.texts("fromCidrs", List.of());
        KubernetesText.CIDR.check(network, "fromCidrs", cidrs);
        Network settings = new Network(namespaces, cidrs, network.integers("egressPorts", 1, 65_535));
        network.end();
        return settings;
    }

    private static Monitoring monitoring(Section monitoring) {
        boolean operator = monitoring.flag("prometheusOperator", false);
        boolean serviceMonitor = monitoring.flag("serviceMonitor", false);
        if (serviceMonitor && !operator) {
            monitoring.fault("serviceMonitor", "means nothing without prometheusOperator: true");
        }
        Monitoring settings = new Monitoring(operator, serviceMonitor, monitoring.textsByKey("labels"));
        monitoring.end();
        return settings;
    }
}
