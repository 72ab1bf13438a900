package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.stack.scaler.Backend;
import io.pulumiscale.stack.scaler.ScalerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerReaderTest {
    private final List<Fault> faults = new ArrayList<>();

    @Test
    void anImageAndAccessToTheBackendSuffice() {
        ScalerSettings settings = read("image:'pulumiscale:1',accessToken:'pul-123'");
        assertThat(faults).isEmpty();
        assertThat(settings.name()).isEqualTo("pulumiscale");
        assertThat(settings.namespace()).isEqualTo("pulumiscale");
        assertThat(settings.createsNamespace()).isTrue();
        assertThat(settings.backend()).isEqualTo(Backend.PULUMI_CLOUD);
        assertThat(settings.journal()).isEqualTo(new ScalerSettings.Volume("1Gi", Optional.empty()));
        assertThat(settings.resources().limits()).containsKey("memory");
        assertThat(settings.monitoring()).isEqualTo(new ScalerSettings.Monitoring(false, false, Map.of()));
        assertThat(settings.aws()).isEmpty();
        assertThat(settings.ingress()).isEmpty();
    }

    @Test
    void whatIsWrittenCounts() {
        ScalerSettings settings = read(ScalerStack.SEVERAL
                + ",name:'scaler',namespace:'ops',createNamespace:false,imagePullSecrets:['registry'],replicas:3,"
                + "resources:{requests:{cpu:'1'}},environment:{AWS_REGION:'eu-west-1'},"
                + "aws:{oidcProviderArn:'arn:aws:iam::123456789012:oidc-provider/oidc.example.com/id/AB'}");
        assertThat(faults).isEmpty();
        assertThat(settings.name()).isEqualTo("scaler");
        assertThat(settings.namespace()).isEqualTo("ops");
        assertThat(settings.createsNamespace()).isFalse();
        assertThat(settings.imagePullSecrets()).containsExactly("registry");
        assertThat(settings.journal())
                .isEqualTo(new ScalerSettings.Postgres("jdbc:postgresql://db:5433/journal", "scaler", "hunter2", 3));
        assertThat(settings.resources()).isEqualTo(new ScalerSettings.Resources(Map.of("cpu", "1"), Map.of()));
        assertThat(settings.environment()).containsEntry("AWS_REGION", "eu-west-1");
        assertThat(settings.aws()).containsInstanceOf(ScalerSettings.OwnRole.class);
    }

    /** The file has them encrypted, and is checked without the passphrase. */
    @Test
    void whatIsEncryptedIsThere() {
        ScalerSettings settings =
                read("image:'pulumiscale:1',accessToken:{secure:'v1:abc'},environment:{A:{secure:'v1:x'}}");
        assertThat(faults).isEmpty();
        assertThat(settings.accessToken()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name:'Scaler' | scaler.name: Scaler is not a name",
                "namespace:7 | scaler.namespace: a text is needed, not 7",
                "createNamespace:'no' | scaler.createNamespace: true or false is needed",
                "storage:{size:'one'} | scaler.storage.size: one is not a quantity",
                "replicas:3 | scaler.replicas: means nothing without postgresql",
                "resources:{requests:{cpu:'much'}} | scaler.resources.requests: much is not a quantity",
                "resources:{request:{}} | scaler.resources.request: unknown, did you mean requests?",
                "environment:{A:1} | scaler.environment.A: a text is needed, not 1",
                "environment:{'a-b':'c'} | scaler.environment: a-b is not a variable's name",
                "ingress:{} | scaler.ingress.host: missing",
                "ingress:{host:'https://x'} | scaler.ingress.host: https://x is not a host's name",
                "network:{fromCidrs:['all']} | scaler.network.fromCidrs: all is not a range",
                "network:{egressPorts:[0]} | scaler.network.egressPorts: 0 is not a whole number from 1 to 65535",
                "monitoring:{serviceMonitor:true} | scaler.monitoring.serviceMonitor: means nothing without",
                "aws:{} | scaler.aws.oidcProviderArn: missing",
                "aws:{roleArn:'x'} | scaler.aws.roleArn: x is not an IAM role's ARN",
                "imge:'x' | scaler.imge: unknown, did you mean image?",
                "postgresql:{url:'postgres://db',user:'u',password:'p'} | scaler.postgresql.url: postgres://db is not a URL",
                "postgresql:{url:'jdbc:postgresql://db/j',user:'u'} | scaler.postgresql.password: missing: pulumi config set",
            })
    void whatIsWrongIsNamedWithItsPlace(String entries, String fault) {
        read("image:'pulumiscale:1',accessToken:'pul-123'," + entries);
        assertThat(faults)
                .extracting(Fault::toString)
                .anySatisfy(text -> assertThat(text).startsWith(fault));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        read("namespace:'Ops',replicas:1");
        assertThat(faults)
                .extracting(Fault::path)
                .contains("scaler.image", "scaler.namespace", "scaler.accessToken", "scaler.replicas");
    }

    @Test
    void postgresqlAndAVolumeExcludeEachOther() {
        read(ScalerStack.SEVERAL + ",storage:{size:'1Gi'}");
        assertThat(faults).extracting(Fault::path).containsExactly("scaler.storage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///var/state", "~/state", "s3:/state"})
    void aBackendThatAPodCannotReachIsAFault(String url) {
        read("image:'pulumiscale:1',backendUrl:'%s'".formatted(url));
        assertThat(faults).extracting(Fault::path).containsExactly("scaler.backendUrl");
    }

    @Test
    void pulumiCloudLetsNobodyInWithoutAToken() {
        read("image:'pulumiscale:1'");
        assertThat(faults)
                .singleElement()
                .extracting(Fault::toString)
                .asString()
                .contains("pulumi config set --secret --path pulumiscale:scaler.accessToken");
    }

    @Test
    void noSecretIsInItsText() {
        assertThat(read(ScalerStack.SEVERAL).toString()).doesNotContain("hunter2", "pul-123");
    }

    @Test
    void rulesOfAPoolNeedAScaler() {
        String pools = Pools.json("workers:{%s,rules:[{name:'B',expr:'q > 9'}]}".formatted(Pools.WORKERS));
        assertThatThrownBy(() -> whole(pools, Optional.empty())).hasMessageContaining("pools.workers.rules");
        assertThat(whole(pools, Optional.of(Pools.json(ScalerStack.SETTINGS))).rules())
                .hasSize(1);
    }

    @Test
    void aPoolCannotBeInANamespaceThatIsMadeAfterIt() {
        String pools = Pools.json("workers:{%s,namespace:'pulumiscale'}".formatted(Pools.WORKERS));
        assertThatThrownBy(() -> whole(pools, Optional.of(Pools.json(ScalerStack.SETTINGS))))
                .hasMessageContaining("set scaler.createNamespace to false");
        assertThat(whole(pools, Optional.of(Pools.json(ScalerStack.SETTINGS + ",createNamespace:false")))
                        .deploymentsByNamespace())
                .containsOnlyKeys("pulumiscale");
    }

    @Test
    void aScalerThatIsNoMappingIsAFault() {
        assertThatThrownBy(() -> whole(Pools.ALL, Optional.of("yes")))
                .hasMessageContaining("scaler: a mapping is needed");
    }

    private static WholeConfig whole(String pools, Optional<String> scaler) {
        return WholeConfig.read(
                "pulumiscale", "dev", key -> key.equals("pools") ? Optional.of(pools) : scaler, List.of());
    }

    private ScalerSettings read(String entries) {
        JsonNode node = ScalerStack.json(entries);
        return new ScalerReader(new Section("scaler", node, faults)).read();
    }
}
