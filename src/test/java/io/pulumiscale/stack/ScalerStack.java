package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pulumi.test.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A stack whose program provisions its scaler too, run without an engine. */
final class ScalerStack {
    static final String TOKEN = "open sesame, it is a test";

    /** Entries of {@code pulumiscale:scaler} that suffice, with SQLite and a backend that locks by files. */
    static final String SETTINGS =
            "image:'registry.example.com/pulumiscale:1.0',backendUrl:'s3://state',passphrase:'correct horse'";

    /** Several of it: leases in place of locks, and a journal on a server. */
    static final String SEVERAL = "image:'registry.example.com/pulumiscale:1.0',accessToken:'pul-123',"
            + "postgresql:{url:'jdbc:postgresql://db:5433/journal',user:'scaler',password:'hunter2'}";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final MockCloud cloud = new MockCloud(Map.of());

    ScalerStack(Path folder) {
        this.folder = folder;
        write("Pulumi.yaml", "name: pulumiscale\nruntime: java\n");
        write("Pulumi.dev.yaml", "config: {}\n");
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MockCloud up(String settings) {
        tried(Pools.ALL, settings).throwOnError();
        return cloud;
    }

    MockCloud up(String pools, String settings) {
        tried(pools, settings).throwOnError();
        return cloud;
    }

    TestResult tried(String pools, String settings) {
        return cloud.run(
                Map.of(
                        "aws:region",
                        "us-east-1",
                        "pulumiscale:pools",
                        pools,
                        "pulumiscale:webhookToken",
                        TOKEN,
                        "pulumiscale:scaler",
                        Pools.json(settings)),
                ctx -> App.stack(ctx, folder));
    }

    MockCloud cloud() {
        return cloud;
    }

    /** The inputs of an object of the scaler's. */
    JsonNode inputs(String type, String name) {
        return JSON.valueToTree(cloud.inputs(type, name));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(Pools.json(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code spec} of the scaler's pods. */
    JsonNode pod(String type) {
        return inputs(type, "scaler").at("/spec/template/spec");
    }
}
