package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on the real engine, in a process of its own. */
class DoctorIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aDeployedStackIsHealthyAndNothingIsChangedByLooking() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        int updates = world.person().history().size();

        JsonNode report = examined(world, 0, Map.of());

        assertThat(report.path("healthy").asBoolean()).isTrue();
        assertThat(status(
                        report, "engine", "language host", "plugins", "backend", "stack", "secrets", "lock", "journal"))
                .containsOnly("ok");
        assertThat(text(report, "preview")).isEqualTo("pools that could be resized: 2");
        assertThat(world.person().history()).hasSize(updates);
        assertThat(Cloud.size(world, "workers")).isEqualTo(2);
        assertThat(Files.exists(world.journalFile())).isFalse();
    }

    @Test
    void aRunningScalerAndItsJournalAreNoHindrance() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        world.scalerProcess();

        JsonNode report = examined(world, 0, Map.of());

        assertThat(status(report, "journal", "lock", "preview")).containsOnly("ok");
    }

    @Test
    void theLockIsTakenAndLetGoOf() {
        World world = worlds.deployed(folder, Pools.WORKERS);

        JsonNode report = examined(world, 0, Map.of(), "--lock");

        assertThat(text(report, "lock")).isEqualTo("taken and let go of");
        assertThat(world.locked()).isFalse();
        assertThat(world.person().sizes()).containsEntry("workers", 2);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
    }

    @Test
    void aWrongPassphraseIsSaid() {
        World world = worlds.deployed(folder, Pools.WORKERS);

        JsonNode report = examined(world, 1, Map.of("PULUMI_CONFIG_PASSPHRASE", "another"));

        assertThat(text(report, "secrets")).isEqualTo("incorrect passphrase");
        assertThat(status(report, "secrets")).containsOnly("failed");
        assertThat(status(report, "engine", "backend", "stack", "lock")).containsOnly("ok");
        assertThat(status(report, "preview")).containsOnly("not checked");
    }

    @Test
    void aStackThatIsNotThereIsSaid() throws Exception {
        World world = worlds.configured(folder, Pools.WORKERS);
        Files.copy(world.folder().resolve("Pulumi.dev.yaml"), world.folder().resolve("Pulumi.other.yaml"));

        JsonNode report = examined(world, 1, Map.of(), "-s", "other");

        assertThat(text(report, "stack")).isEqualTo("no stack named 'other' found");
        assertThat(status(report, "backend")).containsOnly("ok");
    }

    @Test
    void whoHoldsTheLockIsSaid() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        world.lockOf("ana");

        JsonNode report = examined(world, 0, Map.of());

        assertThat(text(report, "lock")).isEqualTo("held by ana@laptop (pid 1) since 2026-11-24T03:00:00Z");
        assertThat(status(report, "lock")).containsOnly("warning");
        assertThat(status(report, "preview")).containsOnly("ok");
    }

    @Test
    void aBackendThatIsAwayIsSaid() {
        World world = worlds.deployed(folder, Pools.WORKERS);

        JsonNode report = examined(world, 1, Map.of("PULUMI_BACKEND_URL", "file://" + folder.resolve("gone")));

        assertThat(text(report, "backend")).contains("gone", "no such file or directory");
        assertThat(status(report, "stack", "secrets", "lock", "preview")).containsOnly("not checked");
        assertThat(status(report, "engine", "configuration", "journal")).containsOnly("ok");
    }

    /** Standard error has the progress, standard output the report; both come together here. */
    private static JsonNode examined(World world, int code, Map<String, String> changed, String... more) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--output", "json"));
        arguments.addAll(List.of(more));
        Person.Said said = world.pulumiscale(changed, arguments.toArray(String[]::new));
        assertThat(said.code()).as(said.output()).isEqualTo(code);
        return Sender.read(said.output().substring(said.output().indexOf("{\n")));
    }

    private static List<String> status(JsonNode report, String... checks) {
        return each(report, "status", checks);
    }

    private static String text(JsonNode report, String check) {
        return each(report, "text", check).get(0);
    }

    private static List<String> each(JsonNode report, String field, String... checks) {
        List<String> found = new ArrayList<>();
        for (JsonNode check : report.path("checks")) {
            if (List.of(checks).contains(check.path("check").asText())) {
                found.add(check.path(field).asText());
            }
        }
        assertThat(found).as(report.toPrettyString()).hasSameSizeAs(checks);
        return found;
    }
}
