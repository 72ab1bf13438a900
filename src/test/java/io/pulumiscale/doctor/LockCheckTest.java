package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockCheckTest {
    private static final String LOCK =
            "{\"pid\":42,\"username\":\"ana\",\"hostname\":\"laptop\",\"timestamp\":\"2026-11-25T03:00:00Z\"}";

    @TempDir
    private Path backend;

    @Test
    void withoutAFolderOfLocksItIsFree() {
        assertThat(look("file://" + backend)).isEqualTo(new Finding.Fine("free"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization/shop/dev", "dev"})
    void whoHoldsItIsNamed(String folder) throws IOException {
        hold(folder);
        assertThat(look("file://" + backend + "?no_tmp_dir=true"))
                .isInstanceOfSatisfying(Finding.Warning.class, warning -> {
                    assertThat(warning.text()).isEqualTo("held by ana@laptop (pid 42) since 2026-11-25T03:00:00Z");
                    assertThat(warning.advice()).contains("pulumi cancel -s dev");
                });
    }

    @Test
    void anotherStacksLockDoesNotMatter() throws IOException {
        hold("organization/shop/prod");
        hold("organization/other/dev");
        assertThat(look("file://" + backend)).isEqualTo(new Finding.Fine("free"));
    }

    @Test
    void anObjectStoreIsNotAsked() {
        assertThat(look("s3://bucket")).isInstanceOf(Finding.NotChecked.class);
    }

    @ParameterizedTest
    @CsvSource({"acme/dev, true", "dev, true", "dev, false", "acme/shop/prod, false"})
    void pulumiCloudSaysWhetherAnUpdateIsInProgress(String name, boolean updating) {
        Finding finding = new LockCheck(
                        new Engine(FakeCommands.healthy("https://app.pulumi.com/ana")
                                .says(
                                        "stack ls",
                                        "[{\"name\":\"%s\",\"updateInProgress\":%s}]".formatted(name, updating))),
                        "shop",
                        "dev")
                .get();
        assertThat(finding instanceof Finding.Warning).isEqualTo(updating);
    }

    private void hold(String folder) throws IOException {
        Path locks = Files.createDirectories(backend.resolve(".pulumi/locks").resolve(folder));
        Files.writeString(locks.resolve("1.json"), LOCK);
        Files.writeString(locks.resolve("1.json.attrs"), "{}");
    }

    private static Finding look(String url) {
        return new LockCheck(new Engine(FakeCommands.healthy(url)), "shop", "dev").get();
    }
}
