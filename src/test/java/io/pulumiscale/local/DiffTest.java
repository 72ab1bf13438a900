package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.ALARM;
import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.NAMESPACE;
import static io.pulumiscale.local.CloudClient.NODES;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

class DiffTest extends CloudTest {

    @Test
    void theSameInputsAreNoDifference() {
        var diff = aws.diff(GROUP, CloudClient.group(1, 8, 3), CloudClient.group(1, 8, 3));
        assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff.getDetailedDiffMap()).isEmpty();
    }

    @Test
    void aSizeIsADifferenceAtItsPathAndReplacesNothing() {
        var diff = kubernetes.diff(DEPLOYMENT, CloudClient.deployment(3, ""), CloudClient.deployment(5, ""));
        assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
        assertThat(diff.getDiffsList()).containsExactly("spec");
        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("spec.replicas");
        assertThat(diff.getDetailedDiffOrThrow("spec.replicas").getKind()).isEqualTo(Kind.UPDATE);
    }

    @Test
    void whatIsAddedRemovedOrInAListHasItsOwnKindAndPath() {
        var diff = aws.diff(
                ALARM,
                "{alarmActions:[a, b], period:60}",
                "{alarmActions:[a, c, d], tags:{'team/owner':'x'}, threshold:1}");
        assertThat(diff.getDetailedDiffMap())
                .hasEntrySatisfying(
                        "alarmActions[1]", is -> assertThat(is.getKind()).isEqualTo(Kind.UPDATE))
                .hasEntrySatisfying(
                        "alarmActions[2]", is -> assertThat(is.getKind()).isEqualTo(Kind.ADD))
                .hasEntrySatisfying("period", is -> assertThat(is.getKind()).isEqualTo(Kind.DELETE))
                .hasEntrySatisfying("tags", is -> assertThat(is.getKind()).isEqualTo(Kind.ADD))
                .hasSize(5);
    }

    @Test
    void aKeyThatIsNoIdentifierIsQuoted() {
        var diff = aws.diff(TOPIC, "{tags:{'team/owner':'x'}}", "{tags:{'team/owner':'y'}}");
        assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("tags[\"team/owner\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                TOPIC + "|name|{name:a}|{name:b}",
                TOPIC + "|fifoTopic|{}|{fifoTopic:true}",
                ALARM + "|name|{name:a}|{name:b}",
                GROUP + "|name|{name:a}|{name:b}",
                TEMPLATE + "|namePrefix|{namePrefix:a}|{namePrefix:b}",
                NODES + "|subnetIds|{subnetIds:[a]}|{subnetIds:[a, b]}",
                NODES + "|launchTemplate|{}|{launchTemplate:{id:lt-1, version:'1'}}",
            })
    void replacesWhereAwsMust(String type, String property, String olds, String news) {
        assertReplaces(aws.diff(type, olds, news), property);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                NAMESPACE + "|metadata|{metadata:{name:a}}|{metadata:{name:b}}",
                DEPLOYMENT + "|metadata|{metadata:{name:a, namespace:x}}|{metadata:{name:a, namespace:y}}",
                DEPLOYMENT + "|spec|{spec:{selector:{matchLabels:{a:b}}}}|{spec:{selector:{matchLabels:{a:c}}}}",
            })
    void replacesWhereKubernetesMust(String type, String property, String olds, String news) {
        assertReplaces(kubernetes.diff(type, olds, news), property);
    }

    @Test
    void aVersionOfALaunchTemplateIsAnUpdate() {
        var diff =
                aws.diff(NODES, "{launchTemplate:{id:lt-1, version:'1'}}", "{launchTemplate:{id:lt-1, version:'2'}}");
        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("launchTemplate.version");
    }

    @Test
    void aChangeBesideAReplacementIsNotItself() {
        var diff = aws.diff(TOPIC, "{name:a, displayName:x}", "{name:b, displayName:y}");
        assertThat(diff.getReplacesList()).containsExactly("name");
        assertThat(diff.getDetailedDiffOrThrow("displayName").getKind()).isEqualTo(Kind.UPDATE);
        assertThat(diff.getDetailedDiffOrThrow("name").getKind()).isEqualTo(Kind.UPDATE_REPLACE);
    }

    @Test
    void whatKeepsItsGivenNameMustGoFirst() {
        var fixed = aws.diff(NODES, "{nodeGroupName:ng, diskSize:20}", "{nodeGroupName:ng, diskSize:30}");
        assertThat(fixed.getDeleteBeforeReplace()).isTrue();
        var renamed = aws.diff(NODES, "{nodeGroupName:ng}", "{nodeGroupName:ng2}");
        assertThat(renamed.getDeleteBeforeReplace()).isFalse();
        var automatic =
                aws.diff(NODES, "{nodeGroupName:web-0123abc, diskSize:20}", "{nodeGroupName:web-0123abc, diskSize:30}");
        assertThat(automatic.getDeleteBeforeReplace()).isFalse();
    }

    private static void assertReplaces(DiffResponse diff, String property) {
        assertThat(diff.getReplacesList()).containsExactly(property);
        assertThat(diff.getDetailedDiffMap().values())
                .extracting(detail -> detail.getKind().name())
                .allMatch(kind -> kind.endsWith("_REPLACE"));
    }
}
