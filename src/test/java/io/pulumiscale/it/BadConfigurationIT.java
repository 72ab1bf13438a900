package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bad configuration: every fault is named, nothing is touched. */
class BadConfigurationIT {
    private static final String FAULTY = """
            web:
              kind: ec2
              min: 9
              mx: 8
              max: 3
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            workers:
              kind: kubernets
            mailers:
              kind: kubernetes
              min: 1
              max: 5
              initial: 7
              image: mailers:1
            """;
    private static final String[] FAULTS = {
        "pools.web.min: 9 is greater than max, 3",
        "pools.web.mx: unknown, did you mean max?",
        "pools.workers.kind: kubernets is unknown, did you mean kubernetes?",
        "pools.mailers.initial: 7 is not between min, 1, and max, 5"
    };

    private static final Duration SEVERAL_LOOKS_AT_THE_FILE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aPersonsUpFailsAndTouchesNothing() {
        World world = worlds.configured(folder, FAULTY);

        Person.Said up = world.person().up();

        assertThat(up.code()).isNotZero();
        assertThat(up.output()).contains(FAULTS);
        assertThat(world.cloud().operations()).isEmpty();
    }

    @Test
    void theScalerDoesNotStartAndEndsWith2() {
        World world = worlds.configured(folder, FAULTY);

        Person.Said serve = world.pulumiscale("serve", "--port", "0");

        assertThat(serve.code()).isEqualTo(2);
        assertThat(serve.output()).contains(FAULTS).doesNotContain("\tat ");
    }

    @Test
    void validateNeedsNoEngineAndEndsWith2() {
        World world = worlds.configured(folder, FAULTY);

        Person.Said validate = world.pulumiscale("config", "validate");

        assertThat(validate.code()).isEqualTo(2);
        assertThat(validate.output()).contains(FAULTS);
    }

    @Test
    void withoutATokenTheScalerDoesNotStart() {
        World world = worlds.configured(folder, Pools.WORKERS);
        world.person().pulumi("config", "rm", "pulumiscale:webhookToken").succeeded();

        Person.Said serve = world.pulumiscale("serve", "--port", "0");

        assertThat(serve.code()).isEqualTo(2);
        assertThat(serve.output()).contains("webhookToken: missing");
    }

    @Test
    void aFaultyChangeWhileTheScalerRunsIsNotUsedAndAGoodOneAfterItIs() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();

        world.configure(FAULTY);

        await().during(SEVERAL_LOOKS_AT_THE_FILE)
                .atMost(World.PATIENCE)
                .until(() -> scaler.pool("workers").path("maxSize").asInt() == 10);
        world.configure(Pools.WORKERS.replace("max: 10", "max: 12"));
        await().atMost(World.PATIENCE)
                .until(() -> scaler.pool("workers").path("maxSize").asInt() == 12);
    }
}
