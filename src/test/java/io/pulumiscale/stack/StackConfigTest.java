package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackConfigTest {
    private static final String AMI = "imageId:'ami-0abcdef1234567890',subnetIds:['s']";

    @Test
    void everyKindOfPoolIsRead() {
        assertThat(Pools.read(Pools.ALL).catalog().byName())
                .containsOnlyKeys("web", "batch", "workers")
                .containsEntry(
                        "web",
                        new Pool(
                                "web",
                                PoolKind.EC2,
                                2,
                                8,
                                3,
                                1,
                                1,
                                Map.of(
                                        "pulumiscale-dev-web-cpu-high", new Change.Delta(1),
                                        "pulumiscale-dev-web-cpu-low", new Change.Delta(-1)),
                                ScalingRules.standard()))
                .containsEntry(
                        "workers",
                        new Pool("workers", PoolKind.KUBERNETES, 1, 10, 2, 1, 1, Map.of(), ScalingRules.standard()));
    }

    @Test
    void thePoolsKeepTheOrderOfTheConfiguration() {
        assertThat(Pools.read(Pools.ALL).catalog().byName().keySet()).containsExactly("web", "batch", "workers");
    }

    @Test
    void theInitialSizeIsTheSmallestUnlessItIsSaid() {
        assertThat(Pools.read(Pools.ALL).catalog().find("batch").orElseThrow().initialSize())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind:'ec2',min:1,mx:9,max:9,@            | pools.web.mx: unknown, did you mean max?",
                "kind:'ec2',min:1,max:9,colour:'red',cpuHigh:70,@ | pools.web.colour: unknown, there is alertTtl, approvalAbove,",
                "kind:'ec2',min:7,max:3,@                 | pools.web.min: 7 is greater than max, 3",
                "kind:'ec2',min:2,max:3,initial:4,@       | pools.web.initial: 4 is not between min, 2, and max, 3",
                "kind:'ec2',min:2,max:3,initial:1,@       | pools.web.initial: 1 is not between min, 2, and max, 3",
                "kind:'ec2',min:-1,max:3,@                | pools.web.min: -1 is not between 0 and 10000",
                "kind:'ec2',min:1,max:10001,@             | pools.web.max: 10001 is not between 1 and 10000",
                "kind:'ec2',max:3,@                       | pools.web.min: missing",
                "kind:'ec2',min:null,max:3,@              | pools.web.min: missing",
                "kind:'ec2',min:'2',max:3,@               | pools.web.min: a whole number is needed, not \"2\"",
                "kind:'ec2',min:2.5,max:3,@               | pools.web.min: a whole number is needed, not 2.5",
                "kind:'ec2',min:1,max:99999999999,@       | pools.web.max: a whole number is needed, not 99999999999",
                "kind:'ec2',min:1,max:3,scaleOut:0,@      | pools.web.scaleOut: 0 is not between 1 and 10000",
                "kind:'ec2',min:1,max:3,cpuHigh:20,cpuLow:30,@ | pools.web.cpuLow: 30 is not less than cpuHigh, 20",
                "kind:'ecs',min:1,max:3,@                 | pools.web.kind: ecs is unknown, did you mean ec2?",
                "kind:'lambda',min:1,max:3                | pools.web.kind: lambda is unknown, there is ec2, eks, kubernetes",
                "kind:5,min:1,max:3                       | pools.web.kind: a text is needed, not 5",
                "min:1,max:3                              | pools.web.kind: missing",
                "kind:'ec2',min:1,max:3,imageId:'win',subnetIds:['s'] | pools.web.imageId: win is not an AMI's id",
                "kind:'ec2',min:1,max:3,imageId:'ami-12345678',subnetIds:'s' "
                        + "| pools.web.subnetIds: a list of texts is needed, not \"s\"",
                "kind:'ec2',min:1,max:3,imageId:'ami-12345678',subnetIds:[] "
                        + "| pools.web.subnetIds: a list of texts is needed, not []",
                "kind:'kubernetes',min:1,max:3            | pools.web.image: missing",
                "kind:'kubernetes',min:1,max:3,image:' '  | pools.web.image: a text is needed, not \" \"",
                "kind:'kubernetes',min:1,max:3,image:'i',cpuHigh:70 | pools.web.cpuHigh: unknown, there is",
                "kind:'eks',min:1,max:3,clusterName:'m',nodeRoleArn:'me',subnetIds:['s'] "
                        + "| pools.web.nodeRoleArn: me is not an IAM role's ARN"
            })
    void aFaultIsToldByItsPath(String entries, String fault) {
        assertThat(faults(Pools.json("web:{%s}".formatted(entries.replace("@", AMI)))))
                .singleElement()
                .asString()
                .startsWith(fault);
    }

    @Test
    void regressionAMissingMaxWasAlsoSaidToBeLessThanMin() {
        assertThat(faults("{\"workers\":{\"kind\":\"kubernetes\",\"min\":2,\"image\":\"work:1\"}}"))
                .containsExactly("pools.workers.max: missing");
    }

    @Test
    void regressionNumbersInAListOfTextsWereTakenForTexts() {
        assertThat(faults(Pools.json("web:{%s}".formatted(Pools.WEB.replace("'subnet-1'", "'subnet-1',7")))))
                .containsExactly("pools.web.subnetIds: a list of texts is needed, not [\"subnet-1\",7]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}             | pools: a mapping with at least one pool is needed",
                "[]             | pools: a mapping with at least one pool is needed",
                "7              | pools: a mapping with at least one pool is needed",
                "{\"web\":7}    | pools.web: a mapping is needed, not 7",
                "{\"web\":      | pools: not readable:"
            })
    void whatIsNoMappingOfPoolsIsToldToo(String json, String fault) {
        assertThat(faults(json)).first().asString().startsWith(fault);
    }

    @Test
    void withoutPoolsItSaysWhatToSet() {
        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class, () -> StackConfig.read("pulumiscale", "dev", Optional.empty()));
        assertThat(invalid.faults())
                .extracting(Fault::toString)
                .containsExactly("pools: missing: set pulumiscale:pools in Pulumi.STACK.yaml");
    }

    @ParameterizedTest
    @CsvSource({"Web", "1web", "web_1", "a23456789012345678901234567890123"})
    void aNameMustBeFitForEveryCloud(String name) {
        assertThat(faults("{\"%s\":{\"kind\":\"kubernetes\",\"min\":1,\"max\":2,\"image\":\"i\"}}".formatted(name)))
                .containsExactly("pools." + name + ": a name has up to 31 of a-z, 0-9 and -, and begins with a letter");
    }

    @Test
    void regressionOnePoolThatIsNamedTwiceWasAFaultForEachOfItsKeys() {
        assertThat(faults(Pools.json("web:{%s},web:{%s}".formatted(Pools.WEB, Pools.WORKERS))))
                .containsExactly("pools.web: named twice");
    }

    @Test
    void aKeyThatIsNamedTwiceIsAFault() {
        assertThat(faults(Pools.json("workers:{min:1,%s}".formatted(Pools.WORKERS))))
                .containsExactly("pools.workers.min: named twice");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        InvalidConfiguration invalid = catchThrowableOfType(
                InvalidConfiguration.class,
                () -> Pools.read(Pools.json("web:{kind:'ec2',min:9,mx:3},api:{kind:'fargate'}")));
        assertThat(invalid).hasMessage("""
                the configuration has 5 faults:
                  pools.web.max: missing
                  pools.web.imageId: missing, and imageParameter too: one of both is needed
                  pools.web.subnetIds: missing
                  pools.web.mx: unknown, did you mean max?
                  pools.api.kind: fargate is unknown, there is ec2, eks, kubernetes""");
    }

    /** Of two alarms of one name CloudWatch makes one, and a pool would be scaled by another's. */
    @Test
    void twoPoolsCannotHaveAnAlarmOfOneName() {
        String rule = "rules:[{name:'%s',metric:'m',comparison:'GreaterThanThreshold',threshold:1,action:'scaleOut'}]";
        String web = Pools.WEB + "," + rule.formatted("api-slow");
        String webApi = Pools.WEB + "," + rule.formatted("slow");
        assertThat(faults(Pools.json("web:{%s},'web-api':{%s}".formatted(web, webApi))))
                .containsExactly("pools.web-api.rules: the alarm pulumiscale-dev-web-api-slow would be that of the pool"
                        + " web too: rename a rule");
    }

    @Test
    void aKeyThatIsNamedTwiceInAListIsToldByItsPlace() {
        String twice = "schedule:[{from:'0 8 * * *',until:'0 20 * * *',min:3,min:4}]";
        assertThat(faults(Pools.json("web:{%s,%s}".formatted(Pools.WEB, twice))))
                .containsExactly("pools.web.schedule[0].min: named twice");
    }

    private static List<String> faults(String json) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> Pools.read(json)).faults().stream()
                .map(Fault::toString)
                .toList();
    }
}
