package io.pulumiscale.local;

import static io.pulumiscale.local.CloudClient.DEPLOYMENT;
import static io.pulumiscale.local.CloudClient.TEMPLATE;
import static io.pulumiscale.local.CloudClient.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamingTest extends CloudTest {

    @Test
    void whatHasNoNameGetsOneAsTheProvidersMakeThem() {
        assertThat(topic("{}", "{}")).matches("alerts-[0-9a-f]{7}");
        assertThat(Tree.text(checked(kubernetes, DEPLOYMENT, "{}", "{spec:{}}"), "metadata.name"))
                .get()
                .asString()
                .matches("alerts-[0-9a-f]{8}");
    }

    @Test
    void theSameSeedGivesTheSameName() {
        assertThat(topic("{}", "{}")).isEqualTo(topic("{}", "{}"));
    }

    @Test
    void anAutomaticNameIsKept() {
        assertThat(topic("{name:'alerts-0000001'}", "{}")).isEqualTo("alerts-0000001");
    }

    @Test
    void aNameThatSomeoneGaveIsNotKeptWhenItIsTakenAway() {
        assertThat(topic("{name:'alerts'}", "{}")).matches("alerts-[0-9a-f]{7}");
    }

    @Test
    void aFifoTopicsNameSaysSo() {
        assertThat(topic("{}", "{fifoTopic:true}")).matches("alerts-[0-9a-f]{7}\\.fifo");
    }

    @Test
    void thePrefixIsCompletedByTheCloud() {
        assertThat(checked(aws, TEMPLATE, "{}", "{namePrefix:'web-'}")).doesNotContainKey("name");
        var created =
                Wire.read(aws.create(TEMPLATE, "web", "{namePrefix:'web-'}").getProperties());
        assertThat(created.get("name")).asString().matches("web-[0-9a-f]{26}");
    }

    @Test
    void anObjectWithoutANamespaceIsInTheDefaultOne() {
        assertThat(Tree.text(checked(kubernetes, DEPLOYMENT, "{}", "{spec:{}}"), "metadata.namespace"))
                .contains("default");
    }

    private String topic(String olds, String news) {
        return String.valueOf(checked(aws, TOPIC, olds, news).get("name"));
    }

    private static Map<String, Object> checked(CloudClient client, String type, String olds, String news) {
        return Wire.read(client.check(type, "alerts", olds, news).getInputs());
    }
}
