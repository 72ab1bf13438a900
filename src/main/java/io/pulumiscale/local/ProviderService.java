package io.pulumiscale.local;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The provider protocol for resources; {@link ConfiguredService} has what is about the provider itself. */
final class ProviderService extends ConfiguredService {
    private final ProviderPackage provider;
    private final Inputs inputs;
    private final Lifecycle lifecycle;
    private final Ids ids;

    ProviderService(ProviderPackage provider, ArgsSchemas schemas, Lifecycle lifecycle, Ids ids) {
        super(provider, schemas);
        this.provider = provider;
        this.inputs = new Inputs(new InputCheck(schemas));
        this.lifecycle = lifecycle;
        this.ids = ids;
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Answer.with(observer, () -> {
            var kind = provider.catalog().get(Urn.type(request.getUrn()));
            var names = request.getRandomSeed().isEmpty() ? ids : Ids.seeded(request.getRandomSeed());
            var completed = inputs.completed(
                    kind,
                    Urn.name(request.getUrn()),
                    Wire.read(request.getOlds()),
                    Wire.read(request.getNews()),
                    names);
            return checked(completed, inputs.failures(kind, completed));
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Answer.with(observer, () -> {
            var kind = provider.catalog().get(Urn.type(request.getUrn()));
            var olds = Wire.read(request.getOldInputs());
            var news = Wire.read(request.getNews());
            return Differences.response(Difference.of(kind, Urn.name(request.getUrn()), olds, news));
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        Answer.with(observer, () -> {
            var news = Wire.read(request.getProperties());
            var created = lifecycle.create(asked(request.getUrn(), "", Map.of(), news, request.getPreview()));
            return CreateResponse.newBuilder()
                    .setId(created.id())
                    .setProperties(Wire.write(created.properties()))
                    .build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        Answer.with(observer, () -> {
            var olds = Wire.read(request.getOldInputs());
            var news = Wire.read(request.getNews());
            var updated = lifecycle.update(asked(request.getUrn(), request.getId(), olds, news, request.getPreview()));
            return UpdateResponse.newBuilder()
                    .setProperties(Wire.write(updated.properties()))
                    .build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        Answer.with(observer, () -> {
            lifecycle.delete(asked(request.getUrn(), request.getId(), Map.of(), Map.of(), false));
            return Empty.getDefaultInstance();
        });
    }

    /** Without an id in the answer the resource is gone. */
    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        Answer.with(
                observer,
                () -> lifecycle
                        .read(asked(request.getUrn(), request.getId(), Map.of(), Map.of(), false))
                        .map(found -> found(found, request.getInputs()))
                        .orElse(ReadResponse.getDefaultInstance()));
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
        Answer.with(observer, () -> {
            var account = Session.current().account();
            var result = provider.functions().call(request.getTok(), account, Wire.read(request.getArgs()));
            return InvokeResponse.newBuilder().setReturn(Wire.write(result)).build();
        });
    }

    /** What is imported, rather than refreshed, comes with the inputs that it was made of. */
    private static ReadResponse found(CloudResource found, Struct given) {
        var last = Wire.read(given);
        var inputs = Tree.observed(last.isEmpty() ? found.inputs() : last, found.properties());
        return ReadResponse.newBuilder()
                .setId(found.id())
                .setInputs(Wire.write(inputs))
                .setProperties(Wire.write(found.properties()))
                .build();
    }

    private Request asked(String urn, String id, Map<String, Object> olds, Map<String, Object> news, boolean preview) {
        var kind = provider.catalog().get(Urn.type(urn));
        return new Request(Session.current(), kind, urn, id, olds, news, preview);
    }
}
