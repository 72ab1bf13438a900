package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.ALARM;
import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.GROUP;
import static io.pulumiscale.local.CloudClient.NODES;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckTest extends CloudTest {
    private static final String LAUNCH = "launchConfiguration:lc, vpcZoneIdentifiers:[a]";

    @Test
    void whatIsRightHasNoFailures() {
        assertThat(aws.reasons(GROUP, CloudClient.group(1, 8, 3))).isEmpty();
        assertThat(kubernetes.reasons(DEPLOYMENT, CloudClient.deployment(3, "")))
                .isEmpty();
    }

    @Test
    void anUnknownPropertyIsNamedWithWhatWasMeant() {
        assertThat(aws.reasons(GROUP, "{minSize:1, maxSize:2, mxSize:3, " + LAUNCH + "}"))
                .containsExactly("property 'mxSize' is unknown, did you mean 'maxSize'?");
    }

    @Test
    void anUnknownPropertyLikeNoOtherGetsTheListOfThoseThatThereAre() {
        assertThat(aws.reasons(TOPIC, "{zebraCrossings:1}"))
                .singleElement()
                .asString()
                .startsWith("property 'zebraCrossings' is unknown; known are ")
                .contains("displayName");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPath() {
        var news = "{clusterName:main, nodeRoleArn:r, subnetIds:[a, 7], scalingConfig:{minSize:'1', maxSize:2.5}}";
        assertThat(aws.reasons(NODES, news))
                .containsExactlyInAnyOrder(
                        "property 'scalingConfig.desiredSize' is required",
                        "property 'scalingConfig.minSize' must be a whole number, not a string",
                        "property 'scalingConfig.maxSize' must be a whole number, not a fraction",
                        "property 'subnetIds[1]' must be a string, not a number");
    }

    @Test
    void propertiesAreCheckedInListsOfObjects() {
        var bad = CloudClient.deployment(3, "").replace("image:nginx", "imagee:nginx");
        assertThat(kubernetes.reasons(DEPLOYMENT, bad))
                .containsExactly(
                        "property 'spec.template.spec.containers[0].imagee' is unknown, did you mean 'image'?");
    }

    @Test
    void intOrStringTakesEitherAndNothingElse() {
        var rolling = ", strategy:{rollingUpdate:{maxSurge:%s}}, template:";
        for (String either : new String[] {"1", "'25%'"}) {
            var news =
                    CloudClient.deployment(3, "").replace(", template:", rolling.formatted(either.replace("%", "%%")));
            assertThat(kubernetes.reasons(DEPLOYMENT, news)).isEmpty();
        }
        assertThat(kubernetes.reasons(
                        DEPLOYMENT, CloudClient.deployment(3, "").replace(", template:", rolling.formatted("true"))))
                .containsExactly("property 'spec.strategy.rollingUpdate.maxSurge' must be a whole number or a string,"
                        + " not true or false");
    }

    @Test
    void whatIsNotKnownYetPasses() {
        var news = "{minSize:'" + Unknown.VALUE + "', maxSize:8, launchTemplate:'" + Unknown.VALUE + "'}";
        assertThat(aws.reasons(GROUP, news)).isEmpty();
    }

    @Test
    void secretsAndOutputsAreTheValuesInside() {
        var signature = "'4dabf18193072939515e22adb298388d':";
        var news = "{displayName:{" + signature + "'1b47061264138c4ac30d75fd1eb44270', value:'hush'}"
                + ", fifoTopic:{" + signature + "'d0e6a833031e9bbcd3f4e8bde6ca49a4', value:true}"
                + ", signatureVersion:{" + signature + "'d0e6a833031e9bbcd3f4e8bde6ca49a4'}, name:null}";
        var checked = aws.check(TOPIC, "alerts", "{}", news);
        assertThat(checked.getFailuresList()).isEmpty();
        assertThat(Wire.read(checked.getInputs()))
                .containsEntry("displayName", "hush")
                .containsEntry("fifoTopic", true)
                .containsEntry("signatureVersion", Unknown.VALUE);
    }

    @Test
    void aFailureNeverRepeatsTheValue() {
        assertThat(aws.reasons(TOPIC, "{fifoTopic:'hush'}").toString()).doesNotContain("hush");
    }

    @Test
    void rulesOfTheProviderAreChecked() {
        assertThat(aws.reasons(GROUP, "{minSize:1, maxSize:2}"))
                .containsExactly(
                        "exactly one of launchConfiguration, launchTemplate, mixedInstancesPolicy must be given");
        assertThat(aws.reasons(ALARM, "{comparisonOperator:GreaterThan, evaluationPeriods:1, period:45}"))
                .hasSize(2)
                .anyMatch(reason -> reason.startsWith("property 'comparisonOperator' must be one of"))
                .contains("property 'period' must be 10, 20, 30 or a multiple of 60 seconds, not 45");
    }

    @Test
    void anUnknownTypeIsAnError() {
        assertThatThrownBy(() -> aws.reasons("aws:lambda/function:Function", "{}"))
                .hasMessageContaining("no type aws:lambda/function:Function; it has")
                .hasMessageContaining(GROUP);
    }

    @Test
    void anUnknownOptionOfTheProviderIsAnError() {
        var request = pulumirpc.Provider.CheckRequest.newBuilder()
                .setUrn("urn:pulumi:dev::test::pulumi:providers:aws::default")
                .setNews(CloudClient.struct("{regoin:'eu-west-1', profile:p, version:'6.83.0'}"))
                .build();
        assertThat(aws.stub().checkConfig(request).getFailuresList())
                .extracting(failure -> failure.getReason())
                .containsExactly("property 'regoin' is unknown, did you mean 'region'?");
    }
}
