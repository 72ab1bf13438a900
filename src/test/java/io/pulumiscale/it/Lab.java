package io.pulumiscale.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The control plane that {@code infra/lab/kubernetes up} has started, seen with {@code kubectl}. */
final class Lab {
    private final Path programs;
    private final Path kubeconfig;

    private Lab(Path programs, Path kubeconfig) {
        this.programs = programs;
        this.kubeconfig = kubeconfig;
    }

    /** The profile starts it before the tests. */
    static Lab running() {
        Path lab = Path.of(System.getProperty("pulumiscale.lab", "unset"));
        Path kubeconfig = lab.resolve("run/kubeconfig");
        if (!Files.exists(kubeconfig)) {
            throw new AssertionError("no cluster is up: ./mvnw verify -Preal-kubernetes, or infra/lab/kubernetes up");
        }
        return new Lab(lab.resolve("bin"), kubeconfig);
    }

    /** For the engine: the real provider, which it finds on PATH, and the real cluster; AWS stays the embedded cloud. */
    Map<String, String> environment(int awsPort) {
        return Map.of(
                "PULUMI_DEBUG_PROVIDERS", "aws:" + awsPort,
                "PATH", programs + ":" + System.getenv("PATH"),
                "KUBECONFIG", kubeconfig.toString());
    }

    /** What the cluster says, as JSON. */
    JsonNode get(String what, String... options) {
        List<String> arguments = new ArrayList<>(List.of("get", what, "-o", "json"));
        arguments.addAll(List.of(options));
        return Sender.read(kubectl("", arguments).succeeded().output());
    }

    List<String> names(String what, String... options) {
        return StreamSupport.stream(get(what, options).path("items").spliterator(), false)
                .map(item -> item.at("/metadata/name").asText())
                .toList();
    }

    /** Pods of a pool that run, and are not about to go. */
    long running(String namespace, String pool) {
        return StreamSupport.stream(
                        get("pods", "-n", namespace, "-l", "app.kubernetes.io/name=" + pool)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(pod -> pod.at("/status/phase").asText().equals("Running"))
                .filter(pod -> !pod.path("metadata").has("deletionTimestamp"))
                .count();
    }

    Person.Said kubectl(String input, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("kubectl").toString()));
        command.addAll(arguments);
        return new Person(programs, Map.of("KUBECONFIG", kubeconfig.toString()))
                .run(input, command.toArray(String[]::new));
    }

    /** A namespace of the test's own, with which everything in it goes again. */
    void namespace(String name) {
        kubectl("", List.of("create", "namespace", name)).succeeded();
    }

    /** Waits until it is gone: the next test may want the same name. */
    void withoutNamespace(String name) {
        kubectl("", List.of("delete", "namespace", name, "--timeout=60s", "--ignore-not-found"))
                .succeeded();
    }

    /** Refuses what a real API server would: unknown fields, wrong types, values out of range. Nothing is made. */
    Person.Said validate(JsonNode manifest) {
        return kubectl(manifest.toString(), List.of("apply", "--dry-run=server", "--validate=strict", "-f", "-"));
    }
}
