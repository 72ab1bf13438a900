package io.pulumiscale.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written by hand about a type names only properties that the SDK has. */
class KindsTest {
    private final ArgsSchemas schemas = new ArgsSchemas();

    static Stream<ResourceKind> kinds() {
        return Stream.of(AwsKinds.all(), KubernetesKinds.all()).flatMap(kinds -> kinds.stream());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pathsExist(ResourceKind kind) {
        assertThat(kind.replacedBy()).allMatch(path -> exists(kind.args(), List.of(path.split("\\."))));
    }

    /** Of the types that the SDK has; the others are the Prometheus operator's. */
    static Stream<ResourceKind> typesOfTheSdk() {
        return kinds().filter(kind -> !kind.type().contains(".coreos.com/"));
    }

    @ParameterizedTest
    @MethodSource("typesOfTheSdk")
    void outputsExist(ResourceKind kind) throws ClassNotFoundException {
        var resource = Class.forName(kind.args().getName().replaceFirst("Args$", ""));
        assertThat(resource.getAnnotation(ResourceType.class).type()).isEqualTo(kind.type());
        var birth = new Birth(Account.in("us-east-1"), new Ids(new Random(1)), Instant.EPOCH, "web", Map.of());
        assertThat(outputs(resource))
                .containsAll(kind.outputs().of(birth, "main:web").keySet());
    }

    @Test
    void theTypesOfTheIssueAreThere() {
        assertThat(kinds().map(ResourceKind::type))
                .hasSize(36)
                .contains(
                        "aws:sqs/queue:Queue",
                        "kubernetes:networking.k8s.io/v1:Ingress",
                        "kubernetes:core/v1:PersistentVolumeClaim",
                        "kubernetes:monitoring.coreos.com/v1alpha1:AlertmanagerConfig");
    }

    private boolean exists(Class<?> args, List<String> path) {
        var property = schemas.of(args).properties().get(path.get(0));
        var rest = path.subList(1, path.size());
        if (property == null || rest.isEmpty()) {
            return property != null;
        }
        return property.type() instanceof PropertyType.ObjectOf object && exists(object.args(), rest);
    }

    private static Set<String> outputs(Class<?> resource) {
        var names = new TreeSet<String>();
        Arrays.stream(resource.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Export.class))
                .forEach(field -> names.add(field.getAnnotation(Export.class).name()));
        return names;
    }
}
