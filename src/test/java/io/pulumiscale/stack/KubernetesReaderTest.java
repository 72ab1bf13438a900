package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.stack.scaler.PrometheusRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesReaderTest {

    @Test
    void anImageSuffices() {
        PoolSpec.Kubernetes settings = read("");
        assertThat(settings.namespace()).isEqualTo("default");
        assertThat(settings.container().image()).isEqualTo("registry.example.com/workers:1.0");
        assertThat(settings.container().env()).isEmpty();
        assertThat(settings.rules()).isEmpty();
    }

    @Test
    void whatIsWrittenCounts() {
        PoolSpec.Kubernetes settings = read(
                "command:['run'],args:['--fast'],env:{A:'b'},ports:[8080],labels:{team:'blue'},serviceAccountName:'worker',"
                        + "imagePullSecrets:['registry'],resources:{requests:{cpu:'500m'},limits:{memory:'1Gi'}}");
        assertThat(settings.container())
                .isEqualTo(new PoolSpec.Container(
                        "registry.example.com/workers:1.0",
                        List.of("run"),
                        List.of("--fast"),
                        Map.of("A", "b"),
                        List.of(8080),
                        new io.pulumiscale.stack.scaler.ScalerSettings.Resources(
                                Map.of("cpu", "500m"), Map.of("memory", "1Gi"))));
        assertThat(settings.labels()).containsEntry("team", "blue");
        assertThat(settings.serviceAccountName()).isEqualTo("worker");
        assertThat(settings.imagePullSecrets()).containsExactly("registry");
    }

    @Test
    void aRuleSaysWhenAndWhatFor() {
        assertThat(read("rules:[{name:'Backlog',expr:'queue > 9',for:'PT5M',action:'percent',value:50},"
                                + "{name:'Idle',expr:'queue < 1',action:'scaleIn'},{name:'Busy',expr:'queue > 5'}]")
                        .rules())
                .containsExactly(
                        rule("Backlog", "queue > 9", 300, Optional.of("percent"), OptionalInt.of(50)),
                        rule("Idle", "queue < 1", 60, Optional.of("scaleIn"), OptionalInt.empty()),
                        rule("Busy", "queue > 5", 60, Optional.empty(), OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "namespace:'Work' | namespace: Work is not a name",
                "env:{A:1} | env.A: a text is needed, not 1",
                "env:{'a.b':'c'} | env: a.b is not a variable's name",
                "ports:[70000] | ports: 70000 is not a whole number from 1 to 65535",
                "ports:[1.5] | ports: 1.5 is not a whole number from 1 to 65535",
                "ports:8080 | ports: a list of whole numbers is needed, not 8080",
                "labels:['a'] | labels: a mapping is needed",
                "resources:{limits:{memory:'big'}} | resources.limits: big is not a quantity",
                "imagePullSecrets:['A'] | imagePullSecrets: A is not a name",
                "rules:[{expr:'q'}] | rules[0].name: missing",
                "rules:[{name:'B'}] | rules[0].expr: missing",
                "rules:[{name:'9B',expr:'q'}] | rules[0].name: 9B is not a name",
                "rules:[{name:'B',expr:'q'},{name:'B',expr:'q'}] | rules[1].name: B is there twice",
                "rules:[{name:'B',expr:'q',for:'5m'}] | rules[0].for: a duration such as PT5M is needed, not 5m",
                "rules:[{name:'B',expr:'q',action:'grow'}] | rules[0].action: grow is unknown",
                "rules:[{name:'B',expr:'q',action:'set'}] | rules[0].value: missing: set needs one",
                "rules:[{name:'B',expr:'q',action:'set',value:-1}] | rules[0].value: -1 is not between 0",
                "rules:[{name:'B',expr:'q',action:'percent',value:-101}] | rules[0].value: -101 is not between -100",
                "rules:[{name:'B',expr:'q',action:'scaleIn',value:2}] | rules[0].value: means nothing with scaleIn",
                "rules:[{name:'B',exprr:'q'}] | rules[0].exprr: unknown, did you mean expr?",
            })
    void whatIsWrongIsNamedWithItsPlace(String entries, String fault) {
        assertThat(Pools.faults(Pools.WORKERS, entries))
                .anySatisfy(text -> assertThat(text).startsWith("pools.web." + fault));
    }

    private static PoolSpec.Kubernetes read(String entries) {
        return (PoolSpec.Kubernetes) Pools.read(
                        Pools.json("workers:{%s}".formatted(Pools.with(Pools.WORKERS, entries))))
                .spec("workers")
                .orElseThrow()
                .settings();
    }

    private static PrometheusRule rule(
            String name, String expression, int seconds, Optional<String> action, OptionalInt value) {
        return new PrometheusRule("workers", name, expression, Duration.ofSeconds(seconds), action, value);
    }
}
