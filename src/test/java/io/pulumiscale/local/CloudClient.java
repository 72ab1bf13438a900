package io.pulumiscale.local;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** Asks a provider as the engine does; properties are written as JSON. */
final class CloudClient implements AutoCloseable {
    static final String GROUP = "aws:autoscaling/group:Group";
    static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    static final String NODES = "aws:eks/nodeGroup:NodeGroup";
    static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    static final String TOPIC = "aws:sns/topic:Topic";
    static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";
    static final String NAMESPACE = "kubernetes:core/v1:Namespace";

    private final ManagedChannel channel;
    private final ResourceProviderBlockingStub stub;

    private CloudClient(int port) {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port) // one connection, as the engine has
                .usePlaintext()
                .build();
        stub = ResourceProviderGrpc.newBlockingStub(channel);
    }

    static CloudClient aws(EmbeddedCloud cloud) {
        return new CloudClient(cloud.awsPort());
    }

    static CloudClient kubernetes(EmbeddedCloud cloud) {
        return new CloudClient(cloud.kubernetesPort());
    }

    static String group(int min, int max, int desired) {
        return "{minSize:" + min + ", maxSize:" + max + ", desiredCapacity:" + desired
                + ", vpcZoneIdentifiers:[subnet-1], launchTemplate:{id:lt-1, version:'1'}, name:web}";
    }

    static String deployment(int replicas, String more) {
        return "{metadata:{name:api, namespace:apps" + more + "}, spec:{replicas:" + replicas
                + ", selector:{matchLabels:{app:api}}, template:{metadata:{labels:{app:api}}"
                + ", spec:{containers:[{name:c, image:nginx}]}}}}";
    }

    static String urn(String type, String name) {
        return "urn:pulumi:dev::test::pulumiscale:index:Pool$" + type + "::" + name;
    }

    static Struct struct(String json) {
        var struct = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(json, struct);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return struct.build();
    }

    ResourceProviderBlockingStub stub() {
        return stub;
    }

    void configure(String json) {
        stub.configure(ConfigureRequest.newBuilder().setArgs(struct(json)).build());
    }

    CheckResponse check(String type, String name, String olds, String news) {
        return stub.check(CheckRequest.newBuilder()
                .setUrn(urn(type, name))
                .setOlds(struct(olds))
                .setNews(struct(news))
                .setRandomSeed(ByteString.copyFromUtf8("seed of " + name))
                .build());
    }

    List<String> reasons(String type, String news) {
        return check(type, "web", "{}", news).getFailuresList().stream()
                .map(CheckFailure::getReason)
                .toList();
    }

    DiffResponse diff(String type, String olds, String news) {
        return stub.diff(DiffRequest.newBuilder()
                .setUrn(urn(type, "web"))
                .setId("id")
                .setOldInputs(struct(olds))
                .setNews(struct(news))
                .build());
    }

    CreateResponse create(String type, String name, String inputs) {
        return create(type, name, inputs, false);
    }

    CreateResponse create(String type, String name, String inputs, boolean preview) {
        return stub.create(CreateRequest.newBuilder()
                .setUrn(urn(type, name))
                .setProperties(struct(inputs))
                .setPreview(preview)
                .build());
    }

    Map<String, Object> update(String type, String id, String olds, String news) {
        return update(type, id, olds, news, false);
    }

    Map<String, Object> update(String type, String id, String olds, String news, boolean preview) {
        return Wire.read(stub.update(UpdateRequest.newBuilder()
                        .setUrn(urn(type, "web"))
                        .setId(id)
                        .setOldInputs(struct(olds))
                        .setNews(struct(news))
                        .setPreview(preview)
                        .build())
                .getProperties());
    }

    void delete(String type, String id) {
        stub.delete(
                DeleteRequest.newBuilder().setUrn(urn(type, "web")).setId(id).build());
    }

    ReadResponse read(String type, String id, String inputs) {
        return stub.read(ReadRequest.newBuilder()
                .setUrn(urn(type, "web"))
                .setId(id)
                .setInputs(struct(inputs))
                .build());
    }

    Map<String, Object> invoke(String token, String args) {
        return Wire.read(stub.invoke(InvokeRequest.newBuilder()
                        .setTok(token)
                        .setArgs(struct(args))
                        .build())
                .getReturn());
    }

    void cancel() {
        stub.cancel(Empty.getDefaultInstance());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
