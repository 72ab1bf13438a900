package io.pulumiscale.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bootstraps a stack, starts the scaler on it, sends it alerts, and looks whether the pools follow. */
public final class Demo {
    private static final Duration START_PATIENCE = Duration.ofMinutes(1);
    private static final String SNS = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json";

    private final Path jar;
    private final Path java;
    private final int port;
    private final String token;
    private final Clock clock;
    private final Narrator narrator;

    /**
     * @param jar this program, packaged
     * @param java the executable to run it with
     * @param port of the scaler; 0 for any free one
     * @param token a random one
     */
    public Demo(Path jar, Path java, int port, String token, Clock clock, PrintWriter out) {
        this.jar = jar;
        this.java = java;
        this.port = port;
        this.token = token;
        this.clock = clock;
        this.narrator = new Narrator(out, clock);
    }

    /**
     * @param stay runs at the end, while everything is still there, and people are told how to use it
     * @throws DemoFailed if a pool did not reach its size
     */
    public void run(Optional<Runnable> stay) throws IOException {
        narrator.title("PulumiScale: a real Pulumi engine, real `pulumi up`s, an embedded cloud");
        try (Stage stage = new Stage(java, jar)) {
            narrator.line("embedded cloud on loopback, " + stage.cloud().providers());
            Pulumi pulumi = new Pulumi(stage.shell());
            bootstrap(pulumi);
            try (ScalerProcess scaler = scaler(stage)) {
                play(stage, pulumi, scaler);
                stay.ifPresent(wait -> {
                    tellHowToGoOn(stage, scaler);
                    wait.run();
                });
            }
        }
    }

    private void bootstrap(Pulumi pulumi) {
        narrator.title("1. A person bootstraps the stack");
        pulumi.init(token);
        narrator.line("    resources: " + narrator.during("pulumi up", pulumi::up));
    }

    private ScalerProcess scaler(Stage stage) {
        List<String> serve =
                List.of(java.toString(), "-jar", jar.toString(), "serve", "--stack", Stage.STACK, "--port", "" + port);
        return new ScalerProcess(stage.shell(), serve, stage.logs().resolve("scaler.log"), clock);
    }

    private void play(Stage stage, Pulumi pulumi, ScalerProcess process) {
        ScalerClient scaler = narrator.during("starting the scaler", () -> process.client(token, START_PATIENCE));
        narrator.line("the dashboard: %s (the token is %s)".formatted(dashboard(process), token));
        Scene scene = new Scene(stage.cloud().own().orElseThrow(), scaler, narrator, clock);
        Alerts alerts = new Alerts(clock, stage.cloud().sns(), pulumi.output("topicArn"));
        load(scene, scaler, alerts);
        keep(scene, pulumi);
        calm(scene, scaler, alerts);
        narrator.title("5. The stack's history: every size, and why");
        narrator.raw(pulumi.history());
        scene.check(Map.of(DemoPool.WEB, 4, DemoPool.BATCH, 1, DemoPool.WORKERS, 2));
        narrator.title("Every pool is at the size it should have, in the cloud and in the stack.");
    }

    private void load(Scene scene, ScalerClient scaler, Alerts alerts) {
        narrator.title("2. Load comes");
        scene.play(
                "CloudWatch, by SNS: the CPU of web is high",
                DemoPool.WEB,
                5,
                () -> scaler.post("/webhook/cloudwatch", SNS, alerts.cloudWatch("pulumiscale-dev-web-cpu-high")));
        scene.play(
                "Alertmanager: QueueBacklog, workers +2",
                DemoPool.WORKERS,
                4,
                () -> scaler.post(
                        "/webhook/alertmanager", JSON, alerts.alertmanager("QueueBacklog", "workers", "delta", "2")));
        scene.play(
                "a person: batch to 4",
                DemoPool.BATCH,
                4,
                () -> scaler.post("/scale/batch", JSON, alerts.byHand("set", 4, "tonight's run is large")));
        scene.play(
                "Alertmanager: QueueExplodes, workers +900%; its max is 10",
                DemoPool.WORKERS,
                10,
                () -> scaler.post(
                        "/webhook/alertmanager",
                        JSON,
                        alerts.alertmanager("QueueExplodes", "workers", "percent", "900")));
    }

    private void keep(Scene scene, Pulumi pulumi) {
        narrator.title("3. The same person runs `pulumi up` again: today's sizes stay");
        narrator.line("    resources: " + narrator.during("pulumi up", pulumi::up));
        scene.check(Map.of(DemoPool.WEB, 5, DemoPool.BATCH, 4, DemoPool.WORKERS, 10));
    }

    private void calm(Scene scene, ScalerClient scaler, Alerts alerts) {
        narrator.title("4. The load goes");
        scene.play(
                "CloudWatch, by SNS: the CPU of web is low",
                DemoPool.WEB,
                4,
                () -> scaler.post("/webhook/cloudwatch", SNS, alerts.cloudWatch("pulumiscale-dev-web-cpu-low")));
        scene.play(
                "Alertmanager: QueueIdle, workers -80%",
                DemoPool.WORKERS,
                2,
                () -> scaler.post(
                        "/webhook/alertmanager", JSON, alerts.alertmanager("QueueIdle", "workers", "percent", "-80")));
        scene.play(
                "a person: batch -3",
                DemoPool.BATCH,
                1,
                () -> scaler.post("/scale/batch", JSON, alerts.byHand("delta", -3, "the run is over")));
    }

    private void tellHowToGoOn(Stage stage, ScalerProcess scaler) {
        narrator.raw("""

                the dashboard: %s (the token is %s)
                curl -H "Authorization: Bearer %s" %s
                ./pulumiscale local --state %s -- pulumi -C %s up
                """.formatted(
                dashboard(scaler),
                token,
                token,
                scaler.address().map(address -> address.resolve("/pools")).orElseThrow(),
                stage.state(),
                stage.project()));
    }

    private static URI dashboard(ScalerProcess scaler) {
        return scaler.address().map(address -> address.resolve("/")).orElseThrow();
    }
}
