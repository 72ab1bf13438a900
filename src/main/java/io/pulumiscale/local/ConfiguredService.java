package io.pulumiscale.local;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * What the protocol asks of the provider itself. Neither secrets nor outputs are accepted, so that values arrive
 * plainly; the engine marks secret again what it sent as a secret. What is not overridden, such as components and
 * parameterized packages, answers {@code UNIMPLEMENTED}.
 */
abstract class ConfiguredService extends ResourceProviderImplBase {
    private static final String INTERNAL = "__";
    private static final List<String> ENGINES_OWN = List.of("version", "pluginDownloadURL");

    private final ProviderPackage provider;
    private final ArgsSchemas schemas;

    ConfiguredService(ProviderPackage provider, ArgsSchemas schemas) {
        this.provider = provider;
        this.schemas = schemas;
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
        Answer.with(observer, ProviderHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void attach(PluginAttach request, StreamObserver<Empty> observer) {
        Answer.with(observer, Empty::getDefaultInstance);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        Answer.with(
                observer,
                () -> PluginInfo.newBuilder().setVersion(provider.version()).build());
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
        var schema = "{\"name\":\"" + provider.name() + "\",\"version\":\"" + provider.version() + "\"}";
        Answer.with(
                observer, () -> GetSchemaResponse.newBuilder().setSchema(schema).build());
    }

    /** Names only: what is not a string comes as JSON in a string. */
    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Answer.with(observer, () -> {
            var news = Wire.read(request.getNews());
            var known = schemas.of(provider.config()).properties().keySet();
            var failures = news.keySet().stream()
                    .filter(name -> !known.contains(name) && !name.startsWith(INTERNAL) && !ENGINES_OWN.contains(name))
                    .map(name -> InputCheck.unknown("", name, known))
                    .toList();
            return checked(request.getNews(), failures);
        });
    }

    /** Resources of another region are other resources. */
    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Answer.with(observer, () -> {
            var changes = Change.between(Wire.read(request.getOldInputs()), Wire.read(request.getNews()));
            var replacing = changes.stream()
                    .filter(change -> change.path().equals("region"))
                    .toList();
            return Differences.response(new Difference(changes, replacing, false));
        });
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        Answer.with(observer, () -> {
            Tree.text(Wire.read(request.getArgs()), "region").map(Account::in).ifPresent(Session.current()::use);
            return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        Answer.with(observer, () -> {
            Session.current().cancel();
            return Empty.getDefaultInstance();
        });
    }

    static CheckResponse checked(Map<String, Object> inputs, List<Failure> failures) {
        return checked(Wire.write(inputs), failures);
    }

    private static CheckResponse checked(Struct inputs, List<Failure> failures) {
        var response = CheckResponse.newBuilder().setInputs(inputs);
        failures.forEach(failure -> response.addFailures(
                CheckFailure.newBuilder().setProperty(failure.path()).setReason(failure.reason())));
        return response.build();
    }
}
