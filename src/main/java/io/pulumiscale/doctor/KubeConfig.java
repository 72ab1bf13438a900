package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Finds the cluster as the provider does: a kubeconfig, else the pod's own service account. */
final class KubeConfig {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SET_IT = "set KUBECONFIG to the kubeconfig of the pools' cluster";

    private final Map<String, String> environment;
    private final Path serviceAccount;

    /** @param serviceAccount the folder that Kubernetes mounts into a pod */
    KubeConfig(Map<String, String> environment, Path serviceAccount) {
        this.environment = Map.copyOf(environment);
        this.serviceAccount = serviceAccount;
    }

    /** @param context empty: the kubeconfig's present one */
    Cluster cluster(Optional<String> context) throws ClusterUnknown {
        List<Path> files = files();
        if (!files.isEmpty()) {
            return of(files, context);
        }
        String host = environment.get("KUBERNETES_SERVICE_HOST");
        if (host == null) {
            throw new ClusterUnknown("there is no kubeconfig, and this is no pod of a cluster", SET_IT);
        }
        URI server =
                URI.create("https://%s:%s".formatted(host, environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443")));
        return new Cluster(
                "the pod's service account", server, Optional.of(Authority.of(serviceAccount.resolve("ca.crt"))));
    }

    /** Those of them that are there. */
    private List<Path> files() {
        String set = environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = set.isBlank()
                ? List.of(Path.of(environment.getOrDefault("HOME", "/"), ".kube/config"))
                : Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(set)
                        .filter(file -> !file.isBlank())
                        .map(Path::of)
                        .toList();
        return files.stream().filter(Files::exists).toList();
    }

    private static Cluster of(List<Path> files, Optional<String> chosen) throws ClusterUnknown {
        List<JsonNode> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(document(file));
        }
        String source = files.get(0).toString();
        String context = chosen.or(() -> text(documents, "current-context"))
                .orElseThrow(() -> new ClusterUnknown(
                        source + " has no current context",
                        "kubectl config use-context CONTEXT, or set kubernetes:context"));
        JsonNode found = named(documents, "contexts", context)
                .orElseThrow(() -> new ClusterUnknown("%s has no context %s".formatted(source, context), SET_IT));
        String name = found.at("/context/cluster").asText();
        JsonNode cluster = named(documents, "clusters", name)
                .orElseThrow(() -> new ClusterUnknown("%s has no cluster %s".formatted(source, name), SET_IT))
                .path("cluster");
        return new Cluster(
                "%s, context %s".formatted(source, context),
                URI.create(cluster.path("server").asText()),
                authority(files.get(0), cluster));
    }

    private static Optional<javax.net.ssl.SSLContext> authority(Path file, JsonNode cluster) throws ClusterUnknown {
        if (cluster.has("certificate-authority-data")) {
            return Optional.of(Authority.of(Base64.getMimeDecoder()
                    .decode(cluster.path("certificate-authority-data").asText())));
        }
        return cluster.has("certificate-authority")
                ? Optional.of(Authority.of(file.resolveSibling(
                        cluster.path("certificate-authority").asText())))
                : Optional.empty();
    }

    private static JsonNode document(Path file) throws ClusterUnknown {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new ClusterUnknown("%s cannot be read: %s".formatted(file, e), SET_IT);
        }
    }

    private static Optional<String> text(List<JsonNode> documents, String key) {
        return documents.stream()
                .map(document -> document.path(key).asText())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<JsonNode> named(List<JsonNode> documents, String list, String name) {
        return documents.stream()
                .flatMap(document -> StreamSupport.stream(document.path(list).spliterator(), false))
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
    }
}
